/** The header by which our page marks its calls: no form, link or image of another site can send it. */
const OWN_CALL = 'X-OT';

/**
 * Whether a call comes from our own page. Browsers say in Sec-Fetch-Site where it comes from, and an address typed by
 * hand is not our page either; where that is missing, whatever is no plain read must name our origin. Our own mark
 * must be on everything but the reads of the API: the document announces those, and an announced request has no
 * headers of ours.
 */
export function isOwnCall(method: string, path: string, headers: Headers, origin: string): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  const isAnnounced = isRead && path.startsWith('/api/');
  if (!isAnnounced && headers.get(OWN_CALL) !== '1') return false;
  const from = headers.get('Origin');
  if (from !== null && from !== origin) return false;
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  return isRead || from === origin;
}

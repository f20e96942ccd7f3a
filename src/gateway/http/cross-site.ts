/** The header that our page sends with its calls; no form, link or image of another site can send it. */
const OWN_CALL = 'X-OT';

/**
 * Whether a call comes from our own page. Sec-Fetch-Site must say `same-origin`; without that header, a write must name
 * our origin. Every call but a read of the API needs our own header. The document preloads those reads, and a preload
 * has no header of ours.
 */
export function isOwnCall(method: string, path: string, headers: Headers, origin: string): boolean {
  const isRead = method === 'GET' || method === 'HEAD';
  const isPreload = isRead && path.startsWith('/api/');
  if (!isPreload && headers.get(OWN_CALL) !== '1') return false;
  const from = headers.get('Origin');
  if (from !== null && from !== origin) return false;
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin';
  return isRead || from === origin;
}

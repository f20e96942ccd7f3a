/*
 * Our two cookies. `__Host-Http-` makes browsers refuse a cookie of this name from a script, from another host, over
 * plain http or for a part of the site only.
 */

const SESSION = '__Host-Http-ot';
const ROUND_TRIP = '__Host-Http-ot-login';
/** Browsers drop a cookie above 4,096 bytes, name and attributes included, without a word. */
const LARGEST = 3900;
const SESSION_PARTS = [SESSION, `${SESSION}.0`, `${SESSION}.1`];
const ROUND_TRIP_SECONDS = 600;

/** The sealed session that a request carries, put together from its parts; null when it carries none. */
export function readSessionCookie(headers: Headers): string | null {
  const cookies = readCookies(headers);
  const [whole, first, second] = SESSION_PARTS.map((name) => cookies.get(name));
  return whole ?? (first && second ? first + second : null);
}

/** Set-Cookie lines for a sealed session; null when it is too large even for two. */
export function sessionCookies(sealed: string): readonly string[] | null {
  const fits = (name: string, value: string): boolean => name.length + value.length <= LARGEST;
  const half = LARGEST - SESSION.length - 2;
  const [head, tail] = [sealed.slice(0, half), sealed.slice(half)];
  const values = fits(SESSION, sealed) ? [sealed, '', ''] : ['', head, tail];
  if (!fits(`${SESSION}.1`, tail)) return null;
  return SESSION_PARTS.map((name, index) => sessionCookie(name, values[index] ?? ''));
}

/** Set-Cookie lines that end a session in this browser. */
export function clearedSessionCookies(): readonly string[] {
  return SESSION_PARTS.map((name) => sessionCookie(name, ''));
}

/** What a sign-in at the provider has to remember on its way; null when there is none. */
export function readRoundTripCookie(headers: Headers): string | null {
  return readCookies(headers).get(ROUND_TRIP) ?? null;
}

/** Lax, and not Strict as the session: the way back comes from the provider's site. */
export function roundTripCookie(sealed: string): string {
  const life = sealed === '' ? 0 : ROUND_TRIP_SECONDS;
  return `${ROUND_TRIP}=${sealed}; Path=/; Max-Age=${life}; Secure; HttpOnly; SameSite=Lax`;
}

function sessionCookie(name: string, value: string): string {
  const ended = value === '' ? ' Max-Age=0;' : '';
  return `${name}=${value}; Path=/;${ended} Secure; HttpOnly; SameSite=Strict`;
}

/** By name; of two of one name the first counts. */
function readCookies(headers: Headers): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (headers.get('Cookie') ?? '').split(';')) {
    const [name = '', ...value] = part.trim().split('=');
    if (!cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies;
}

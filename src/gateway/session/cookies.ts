/*
 * Our cookies. `__Host-Http-` makes browsers refuse a cookie of this name from a script or from another host. They also
 * refuse it over plain http or for a part of the site only.
 */

const SESSION = '__Host-Http-ot';
const ROUND_TRIP = '__Host-Http-ot-login';
const SIGN_OUT = '__Host-Http-ot-logout';
/** The page sets it too, so that a sign-out counts before the gateway can be reached: see src/api/session/sign-out.ts. */
const SIGNED_OUT = '__Host-ot-signed-out';
/** Browsers drop a cookie above 4,096 bytes, name and attributes included, without an error. */
const LARGEST = 3900;
const SESSION_PARTS = [SESSION, `${SESSION}.0`, `${SESSION}.1`];
const SIGN_OUT_SECONDS = 60;
/** Sign-ins that a browser can have open at once, in several tabs: each cookie has about 600 bytes. */
export const MOST_ROUND_TRIPS = 5;
/** How long a person has for the sign-in at the provider. */
export const ROUND_TRIP_SECONDS = 600;

/** The encrypted session that a request carries, put together from its parts; null when it carries none. */
export function readSessionCookie(headers: Headers): string | null {
  const cookies = readCookies(headers);
  const [whole, first, second] = SESSION_PARTS.map((name) => cookies.get(name));
  return whole ?? (first && second ? first + second : null);
}

/** Set-Cookie lines for an encrypted session; null when it is too large even for two. */
export function sessionCookies(encrypted: string): readonly string[] | null {
  const half = LARGEST - SESSION.length - 2;
  const [head, tail] = [encrypted.slice(0, half), encrypted.slice(half)];
  const values = fits(SESSION, encrypted) ? [encrypted, '', ''] : ['', head, tail];
  if (!fits(`${SESSION}.1`, tail)) return null;
  return SESSION_PARTS.map((name, index) => sessionCookie(name, values[index] ?? ''));
}

/** Set-Cookie lines that end a session in this browser. */
export function clearedSessionCookies(): readonly string[] {
  return SESSION_PARTS.map((name) => sessionCookie(name, ''));
}

/** The encrypted round trip of a sign-in with this `state`; null without one. */
export function readRoundTripCookie(headers: Headers, state: string): string | null {
  return readCookies(headers).get(roundTripName(state)) ?? null;
}

/**
 * The Set-Cookie line of a round trip; `''` clears it. Each sign-in has its own cookie, so that several tabs can sign in
 * at once. Lax, because the provider's site redirects back.
 */
export function roundTripCookie(state: string, encrypted: string): string {
  return laxCookie(roundTripName(state), encrypted);
}

/** Set-Cookie lines that clear the oldest round trips of a browser, down to `most`. */
export function clearedRoundTripCookies(headers: Headers, most: number): readonly string[] {
  // Browsers send older cookies first.
  const names = [...readCookies(headers).keys()].filter((name) => name.startsWith(ROUND_TRIP));
  return names.slice(0, Math.max(0, names.length - most)).map((name) => laxCookie(name, ''));
}

/** Whether this browser signed out since its last sign-in. Then no session of it counts. */
export function isSignedOut(headers: Headers): boolean {
  return readCookies(headers).get(SIGNED_OUT) === '1';
}

/** The Set-Cookie line that marks this browser as signed out, or no longer. */
export function signedOutCookie(isOut: boolean): string {
  const value = isOut ? '1;' : '; Max-Age=0;';
  return `${SIGNED_OUT}=${value} Path=/; Secure; SameSite=Strict`;
}

/** The encrypted ID token for the provider's sign-out; null without one. */
export function readSignOutCookie(headers: Headers): string | null {
  return readCookies(headers).get(SIGN_OUT) ?? null;
}

/** The Set-Cookie line for the provider's sign-out; `''` clears it. Null for a value that is too large. */
export function signOutCookie(encrypted: string): string | null {
  if (!fits(SIGN_OUT, encrypted)) return null;
  const life = encrypted === '' ? 0 : SIGN_OUT_SECONDS;
  return `${SIGN_OUT}=${encrypted}; Path=/; Max-Age=${life}; Secure; HttpOnly; SameSite=Strict`;
}

function fits(name: string, value: string): boolean {
  return name.length + value.length <= LARGEST;
}

/** Reveals a part of `state` that nothing depends on. */
function roundTripName(state: string): string {
  return `${ROUND_TRIP}.${state.replaceAll(/[^\w-]/g, '').slice(0, 8)}`;
}

function laxCookie(name: string, value: string): string {
  const life = value === '' ? 0 : ROUND_TRIP_SECONDS;
  return `${name}=${value}; Path=/; Max-Age=${life}; Secure; HttpOnly; SameSite=Lax`;
}

function sessionCookie(name: string, value: string): string {
  const ended = value === '' ? ' Max-Age=0;' : '';
  return `${name}=${value}; Path=/;${ended} Secure; HttpOnly; SameSite=Strict`;
}

/** By name; of two with one name the first counts. */
function readCookies(headers: Headers): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (headers.get('Cookie') ?? '').split(';')) {
    const [name = '', ...value] = part.trim().split('=');
    if (!cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies;
}

import { Observable } from '~/browser-storage/observable';
import { ApiError } from './api-error';

/** Every answer of the gateway carries this header, which no box in the middle knows. */
const GATEWAY_MARK = 'x-ot';

const isNeeded = new Observable(false);

/** Whether a proxy before the gateway wants a new sign-in, as far as the last answers show. */
export const proxySignIn = { isNeeded: isNeeded.get, subscribe: isNeeded.subscribe };

/**
 * Throws for an answer without the gateway's mark: the request may have arrived all the same. Every call goes through
 * here, so that `proxySignIn` follows each.
 */
export function requireMark(response: Response): void {
  const isOurs = response.headers.has(GATEWAY_MARK);
  const isSignIn = !isOurs && asksForSignIn(response);
  if (isOurs || isSignIn) isNeeded.set(isSignIn);
  if (isOurs) return;
  const kind = isSignIn ? 'proxy-sign-in' : 'intercepted';
  throw new ApiError({ kind, effect: 'unknown', status: response.status });
}

/** The browser hides a redirect: its type alone shows it. 511 is the answer of a captive portal. */
function asksForSignIn({ type, ok, status, headers }: Response): boolean {
  if (type === 'opaqueredirect' || status === 401 || status === 511) return true;
  return ok && headers.get('content-type')?.includes('html') === true;
}

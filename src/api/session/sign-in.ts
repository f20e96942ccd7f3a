import { isWireObject } from '~/contract/scalars';
import { isApiError } from '~/api/transport/api-error';
import { postToGateway, refusedByGateway } from '~/api/transport/gateway-calls';
import { signInGate } from './sign-in-gate';
import { currentPerson, freshPerson } from './signed-in-person';

/** The outcome of a sign-in attempt. */
export type SignInOutcome =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many'; readonly seconds: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'no-answer' | 'proxy-sign-in' };

/** These answers to a renewal end the session; any other leaves it. */
const OVER = [400, 401, 403, 409, 422];

interface Typed {
  readonly user: string;
  readonly password: string;
}

/** Signs in with a typed account, or starts a sign-in at the company's provider that returns to `returnTo`. Never throws. */
export async function signIn(sent: Typed | { readonly returnTo: string }): Promise<SignInOutcome> {
  try {
    const { status, body } = await postToGateway('/auth/login', { ...sent });
    const answer = isWireObject(body) ? body : {};
    const { location, person, retry_after: seconds } = answer;
    if (status === 429) return { kind: 'too-many', seconds: Number(seconds) || 60 };
    if (status >= 500 || status === 404) return { kind: 'unreachable' };
    if (status !== 200) return { kind: 'refused' };
    if (typeof location === 'string') return { kind: 'redirect', location };
    // An answer without a person is no sign-in.
    return { kind: typeof person === 'string' ? 'signed-in' : 'no-answer' };
  } catch (error) {
    return { kind: isApiError(error) && error.kind === 'proxy-sign-in' ? error.kind : 'no-answer' };
  }
}

/** Ends the session; gives the provider's sign-out URL, or null. Throws an ApiError when the gateway has not ended it. */
export async function signOut(): Promise<string | null> {
  const { status, body } = await postToGateway('/auth/logout', {});
  if (status === 429 || status >= 500) throw refusedByGateway(status, body);
  const location = isWireObject(body) ? body['location'] : null;
  return typeof location === 'string' ? location : null;
}

/**
 * Renews the session: one tab at a time, and only if no other tab has just done so. `isActive` says whether the person was
 * active; only activity moves the idle end.
 */
export async function renewSession(isActive: boolean): Promise<'renewed' | 'over' | 'unclear'> {
  try {
    const known = await currentPerson();
    return await navigator.locks.request('orderdesk-session', async () => {
      const present = await freshPerson();
      if (present.name === null) return 'over';
      if (present.idleEndsAt > known.idleEndsAt || (present.tokenEndsAt ?? 0) > (known.tokenEndsAt ?? 0)) {
        return 'renewed';
      }
      const { status } = await postToGateway('/auth/refresh', { active: isActive });
      if (OVER.includes(status)) return 'over';
      await freshPerson();
      return status === 200 ? 'renewed' : 'unclear';
    });
  } catch (error) {
    if (isApiError(error)) return 'unclear';
    throw error;
  }
}

/** After a sign-in here or in another window: reads the person and ends the gate. Gives whether a person is signed in. */
export async function checkSignedIn(): Promise<boolean> {
  try {
    const { name } = await freshPerson();
    if (name === null) return false;
    signInGate.end(true);
    return true;
  } catch {
    return false;
  }
}

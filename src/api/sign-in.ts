import { isWireObject } from '~/contract/scalars';
import { isApiError } from './api-error';
import { postToGateway, refusedByGateway } from './gateway-calls';
import { signInNeed } from './sign-in-need';
import { currentPerson, freshPerson } from './signed-in-person';

/** How an attempt to sign in ended, as far as a screen tells cases apart. */
export type SignInOutcome =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'elsewhere'; readonly location: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-many'; readonly seconds: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'no-answer' };

/** Answers to a renewal after which the session does not go on; any other says nothing of it. */
const OVER = [400, 401, 403, 409, 422];

interface Typed {
  readonly user: string;
  readonly password: string;
}

/** Signs in with what was typed, or starts at the company's provider and comes back to `returnTo`. Never throws. */
export async function signIn(sent: Typed | { readonly returnTo: string }): Promise<SignInOutcome> {
  try {
    const { status, body } = await postToGateway('/auth/login', { ...sent });
    const answer = isWireObject(body) ? body : {};
    const { location, person, retry_after: seconds } = answer;
    if (status === 429) return { kind: 'too-many', seconds: Number(seconds) || 60 };
    if (status >= 500 || status === 404) return { kind: 'unreachable' };
    if (status !== 200) return { kind: 'refused' };
    if (typeof location === 'string') return { kind: 'elsewhere', location };
    // An answer that names nobody has signed nobody in.
    return { kind: typeof person === 'string' ? 'signed-in' : 'no-answer' };
  } catch {
    return { kind: 'no-answer' };
  }
}

/** Ends the session; gives where it is to be ended as well, or null. Throws an ApiError when the gateway has not done it yet. */
export async function signOut(): Promise<string | null> {
  const { status, body } = await postToGateway('/auth/logout', {});
  if (status === 429 || status >= 500) throw refusedByGateway(status, body);
  const location = isWireObject(body) ? body['location'] : null;
  return typeof location === 'string' ? location : null;
}

/**
 * Lets the session go on: one tab at a time, and only if no other has just done so. Gives whether it goes on, is over, or
 * cannot be told now. `isActive` is whether the person did something; only that puts the idle end off.
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

/** After somebody has signed in, here or in another window: reads who it is and lets what waits go on. Gives whether somebody is. */
export async function noticeSignIn(): Promise<boolean> {
  try {
    const { name } = await freshPerson();
    if (name === null) return false;
    signInNeed.end(true);
    return true;
  } catch {
    return false;
  }
}

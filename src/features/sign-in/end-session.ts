import type { QueryClient } from '@tanstack/react-query';
import { signOut } from '~/api/session/sign-in';
import { isMarkedSignedOut, markSignedOut } from '~/api/session/sign-out-mark';
import { postSignInMessage } from './sign-in-tabs';

const SIGNED_OUT_PAGE = '/sign-in?out=yes';
/** In milliseconds. */
const RETRY_AFTER = 5_000;

/**
 * Ends the session in this browser at once, and tells the gateway as soon as it answers; `onUntold` is called while it does
 * not. Then opens a new document, which drops the memory of this one.
 */
export async function endSession(client: QueryClient, onUntold: () => void): Promise<void> {
  const isMarked = markSignedOut();
  postSignInMessage('signed-out');
  client.clear();
  // Another tab that signs in removes the mark: this sign-out must not end that session.
  const isSignedInAgain = () => isMarked && !isMarkedSignedOut();
  while (!isSignedInAgain()) {
    try {
      const providerPage = await signOut();
      return location.replace(providerPage ?? SIGNED_OUT_PAGE);
    } catch {
      onUntold();
      await timeToRetry();
    }
  }
  location.replace('/');
}

/** Over after a while, or as soon as the browser has a network again. */
function timeToRetry(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, RETRY_AFTER);
    addEventListener('online', () => resolve(), { once: true });
  });
}

import { operations, type OperationName } from '~/contract/operations';
import { renewSession } from './sign-in';
import { signInNeed } from './sign-in-need';

/** Asked once more by a person only: what they order or delete is never sent again by itself. */
const BY_HAND: readonly OperationName[] = ['confirmCart', 'deleteCart', 'deleteLine'];

/**
 * What to do about a call that was refused because the session behind it is over: a token that is old is renewed;
 * a session that is over asks the person to sign in, and a read waits for that. Gives whether the call may be made once
 * more; `code` is the refusal's. Never sends a write again that the person has to sign in for.
 */
export async function mayAskAgain(
  operation: OperationName,
  code: string | null,
  signal?: AbortSignal,
): Promise<boolean> {
  const isRead = operations[operation].method === 'GET';
  if (code === 'token_stale') {
    const renewal = await renewSession(true);
    if (renewal !== 'over') return renewal === 'renewed' && !BY_HAND.includes(operation);
  } else if (code !== 'signed_out') {
    return false;
  }
  signInNeed.begin();
  return isRead && (await signInNeed.ended(signal));
}

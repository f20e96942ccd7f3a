import { operations, type OperationName } from '~/contract/operations';
import { renewSession } from './sign-in';
import { signInGate } from './sign-in-gate';

/** Never sent again without a new click. */
const BY_HAND: readonly OperationName[] = ['confirmCart', 'deleteCart', 'deleteLine'];

/**
 * Whether a refused call may be sent once more; `code` is the code of the error. A stale token is renewed. An ended session
 * asks the person to sign in, and a read waits for that; a write never does.
 */
export async function mayRetryCall(
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
  signInGate.begin();
  return isRead && (await signInGate.ended(signal));
}

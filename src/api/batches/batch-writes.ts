import { writeLineValues, type LineValues, type OrderLine } from '~/contract/order-line';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { ApiError, isApiError } from '~/api/transport/api-error';
import { knownTime } from '~/api/session/server-time';
import { withTabLock } from '~/api/write/tab-lock';
import { readUntilShown } from '~/api/write/verify-write';
import { write, type WriteOutcome } from '~/api/write/write';
import { readInRun, type BatchRun } from './batch-run';

/** An answer that was lost. */
export const UNANSWERED = new ApiError({ kind: 'unreachable', effect: 'unknown' });

/** Sends a write of the batch when no other tab writes to the cart. One that did not get its turn was not sent. */
export async function writeInTurn(cartId: string, send: () => Promise<WriteOutcome>): Promise<WriteOutcome> {
  try {
    return await withTabLock(`cart:${cartId}`, send);
  } catch (error) {
    if (isApiError(error)) return { kind: 'not-sent', error };
    throw error;
  }
}

/** Sends the PATCH of a line that was just read, in the turn of its cart. `onKey` is that of a write. */
export async function patchInTurn(
  cartId: string,
  line: OrderLine,
  patch: Partial<LineValues>,
  onKey: (attempt: string) => Promise<void>,
): Promise<WriteOutcome> {
  const base = await lineFingerprint(line);
  const body = writeLineValues(patch);
  return writeInTurn(cartId, () =>
    write('updateLine', { ids: { cartId, lineId: line.id }, body, base, onKey }),
  );
}

/** A write whose outcome is open: the time before it left, in milliseconds, and whether its request is over. */
interface OpenWrite {
  readonly at: number;
  readonly isOver: boolean;
}

/**
 * Reads what became of a write. Where its request is over, one reading decides; else readings go on until one shows the
 * effect, or the request must be over. Gives the last reading; null where none succeeded.
 */
export async function proveByReading<T>(
  run: BatchRun,
  { at, isOver }: OpenWrite,
  look: () => Promise<T>,
  isShown: (reading: T) => boolean,
): Promise<T | null> {
  run.report({ checkingSince: at });
  const reading = isOver
    ? await readInRun(run, look)
    : await readUntilShown(monotonicTime(at), look, isShown, run.signal);
  run.report({ checkingSince: null });
  return reading;
}

/** A stored time as `performance.now()` counts it; negative before this page. A time ahead counts as the present. */
function monotonicTime(at: number): number {
  return performance.now() - Math.max(0, knownTime() - at);
}

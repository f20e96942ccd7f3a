import { readOrderLine, writeLineValues, type LineValues, type OrderLine } from '~/contract/order-line';
import {
  compareEcho,
  mergeLine,
  smallestPatch,
  type EchoDifference,
  type FieldConflict,
  type LineMerge,
} from '~/domain/lines/order-line-changes';
import { changedFields, type FieldPath } from '~/domain/fields/field-paths';
import type { LineIssue } from '~/domain/lines/confirmation-readiness';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { lineFingerprint } from '~/domain/lines/line-fingerprint';
import { isApiError, type ApiError } from '~/api/transport/api-error';
import type { WhileVerifying } from './use-verification';
import { readWith } from '~/api/transport/fetch-client';
import { beforeSending, ifReadable, readUntilShown } from './verify-write';
import { answerOf, sessionForWrite, write } from './write';
import type { Session } from '~/api/session/gateway-session';

export interface SaveRequest {
  readonly cartId: string;
  /** The line as it was when editing began. A decided conflict takes the values that the decision was about. */
  readonly base: OrderLine;
  /** The line as it is typed. */
  readonly mine: LineValues;
}

export interface SavedLine {
  readonly kind: 'saved';
  readonly line: OrderLine;
  /** When it was read back. */
  readonly at: Date;
  /** The fields where the API differs from the sent value, or does not show it. */
  readonly differences: readonly EchoDifference[];
  /** The fields that others changed meanwhile, beside mine. */
  readonly merged: readonly FieldPath[];
}

/** The outcome of a save that was answered; each carries the line as the API has it now. */
export type AnsweredSave =
  | SavedLine
  | {
      readonly kind: 'conflict';
      readonly line: OrderLine;
      /** When it was read. */
      readonly at: Date;
      readonly conflicts: readonly FieldConflict[];
    }
  | { readonly kind: 'no-longer-draft'; readonly line: OrderLine };

/**
 * The outcome of a save or a creation, from here to the screen. `failed`: nothing was saved, or the error's effect is
 * unknown. `incomplete`: the API takes no line without these fields, so nothing was sent.
 */
export type SaveOutcome =
  | AnsweredSave
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'incomplete'; readonly missing: readonly LineIssue[] };

/** Turns the ApiError of a save into an outcome. */
export async function toSaveOutcome(save: Promise<AnsweredSave>): Promise<SaveOutcome> {
  try {
    return await save;
  } catch (error) {
    if (isApiError(error)) return { kind: 'failed', error };
    throw error;
  }
}

/** How often a save is merged and sent again after a colleague's change since its reading. */
const MAX_RETRIES = 4;

/**
 * Saves a line. Merges it with `known`, the newest reading of this page, and sends only the differences, with that
 * reading as their base. The gateway refuses them where the line has changed since. They are then merged with the line
 * of that refusal and sent again. After a write the line is read back. Only the detail shows every field. Where the
 * API's answer leaves the effect open, the reading back decides.
 * Where nothing is to be sent, a fresh reading decides what a person is told.
 * Throws an ApiError when nothing was saved, or when the outcome is unknown.
 */
export async function saveLine(
  { cartId, base, mine }: SaveRequest,
  known: OrderLine,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileVerifying: WhileVerifying = (proof) => proof(),
): Promise<AnsweredSave> {
  const session = sessionForWrite();
  const isSent = isDraft(known) && patchFor(known, mergeLine(base, mine, known)) !== null;
  let theirs = isSent ? known : await beforeSending(readLine(known.id));
  for (let retries = 0; ; retries += 1) {
    if (!isDraft(theirs)) return { kind: 'no-longer-draft', line: theirs };
    const merge = mergeLine(base, mine, theirs);
    if (merge.conflicts.length > 0) {
      return { kind: 'conflict', line: theirs, at: new Date(), conflicts: merge.conflicts };
    }
    const patch = patchFor(theirs, merge);
    if (patch === null) return savedLine(theirs, {}, merge.theirChanges);
    try {
      const line = await patchLine({ cartId, line: theirs, patch, session }, readLine, whileVerifying);
      return savedLine(line, patch, merge.theirChanges);
    } catch (error) {
      const changed = isApiError(error) ? changedLine(error) : null;
      if (!changed || retries === MAX_RETRIES) throw error;
      theirs = changed;
    }
  }
}

/** What a merge sends to a line; null for nothing. */
function patchFor(line: OrderLine, { values, conflicts }: LineMerge): Partial<LineValues> | null {
  const patch = smallestPatch(line, values);
  return conflicts.length > 0 || Object.keys(patch).length === 0 ? null : patch;
}

/** The line as it is now, where the gateway refused a write for that; null otherwise. */
function changedLine({ status, envelope }: ApiError): OrderLine | null {
  if (status !== 412) return null;
  try {
    return readOrderLine(envelope?.['line']);
  } catch {
    return null;
  }
}

function savedLine(line: OrderLine, patch: Partial<LineValues>, merged: readonly FieldPath[]): SavedLine {
  return {
    kind: 'saved',
    line,
    at: new Date(),
    differences: compareEcho(patch, line),
    merged,
  };
}

interface LinePatch {
  readonly cartId: string;
  /** The reading that the patch is based on. */
  readonly line: OrderLine;
  readonly patch: Partial<LineValues>;
  readonly session: Promise<Session>;
}

async function patchLine(
  { cartId, line, patch, session }: LinePatch,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileVerifying: WhileVerifying,
): Promise<OrderLine> {
  const ids = { cartId, lineId: line.id };
  const body = writeLineValues(patch);
  const base = await lineFingerprint(line);
  const sentAt = performance.now();
  let answer: OrderLine;
  try {
    const outcome = await write('updateLine', { ids, body, base, session });
    answer = readWith(answerOf(outcome), readOrderLine);
  } catch (error) {
    if (!isApiError(error) || error.effect === 'none') throw error;
    const shown = await whileVerifying(() =>
      readUntilShown(
        sentAt,
        () => readLine(line.id),
        (reading) => isShown(patch, reading),
      ),
    );
    if (!shown || !canBeCompared(patch, shown)) throw error;
    // Where some of it arrived, it was carried out: the differences are reported field by field.
    if (isShown(patch, shown) || someArrived(patch, line, shown)) return shown;
    throw error.with({ effect: 'none' });
  }
  return (await ifReadable(readLine(line.id))) ?? answer;
}

/** Whether a line carries any of the fields that were sent. */
function canBeCompared(patch: Partial<LineValues>, { returned }: OrderLine): boolean {
  return returned.some((field) => patch[field] !== undefined);
}

/** Whether a value that was sent, and was not there before, is there now. */
function someArrived(patch: Partial<LineValues>, before: OrderLine, now: OrderLine): boolean {
  const changedNow = new Set(changedFields(before, now));
  const different = new Set(compareEcho(patch, now).map(({ key }) => key));
  return changedFields(before, { ...before, ...patch }).some(
    (key) => changedNow.has(key) && !different.has(key),
  );
}

/** Whether a line shows the write: some of the sent values, and no other value in their place. */
function isShown(patch: Partial<LineValues>, line: OrderLine): boolean {
  return canBeCompared(patch, line) && compareEcho(patch, line).every(({ stored }) => stored === undefined);
}

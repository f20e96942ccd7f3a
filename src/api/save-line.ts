import {
  otherSpelling,
  readOrderLine,
  writeLineValues,
  type LineValues,
  type OrderLine,
  type Spelling,
} from '~/contract/order-line';
import {
  compareEcho,
  mergeLine,
  smallestPatch,
  type EchoDifference,
  type LeafConflict,
} from '~/domain/order-line-changes';
import { changedLeaves, type LeafKey } from '~/domain/line-leaves';
import { isDraft } from '~/domain/order-line-lifecycle';
import { isApiError, provedNotDone } from './api-error';
import type { WhileChecking } from './checking';
import { readWith } from './fetch-client';
import { beforeSending, ifReadable, readUntilShown } from './prove-write';
import { answerOf, write } from './write';

export interface SaveRequest {
  readonly cartId: string;
  /** The line as it was when editing began; a conflict that was decided counts from what the decision was about. */
  readonly base: OrderLine;
  /** The line as it is typed. */
  readonly mine: LineValues;
}

export interface SavedLine {
  readonly kind: 'saved';
  readonly line: OrderLine;
  /** When it was read back. */
  readonly at: Date;
  /** Where the API has something else than what was sent, or does not show it. */
  readonly differences: readonly EchoDifference[];
  /** What somebody else had changed meanwhile, beside what is mine. */
  readonly merged: readonly LeafKey[];
}

/** What a save ended in; every one carries the line as the API has it now. */
export type SaveOutcome =
  | SavedLine
  | {
      readonly kind: 'conflict';
      readonly line: OrderLine;
      /** When it was read. */
      readonly at: Date;
      readonly conflicts: readonly LeafConflict[];
    }
  | { readonly kind: 'no-longer-draft'; readonly line: OrderLine };

/**
 * Saves a line: takes a fresh reading of it, merges what others changed meanwhile, sends only what differs, and reads it back, for
 * only the detail shows every field. A value that did not stick under one of its two spellings is sent once more under
 * the other. When the API's answer leaves open whether it acted, the reading back decides; when the reading back fails,
 * the API's answer counts.
 * Throws an ApiError when nothing was saved or when that cannot be told.
 */
export async function saveLine(
  { cartId, base, mine }: SaveRequest,
  fresh: Promise<OrderLine>,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileChecking: WhileChecking = (proof) => proof(),
): Promise<SaveOutcome> {
  const theirs = await beforeSending(fresh);
  if (!isDraft(theirs)) return { kind: 'no-longer-draft', line: theirs };

  const merge = mergeLine(base, mine, theirs);
  if (merge.conflicts.length > 0) {
    return { kind: 'conflict', line: theirs, at: new Date(), conflicts: merge.conflicts };
  }
  const patch = smallestPatch(theirs, merge.values);
  const line = await patchAndReadBack(cartId, theirs, patch, readLine, whileChecking);
  return {
    kind: 'saved',
    line,
    at: new Date(),
    differences: compareEcho(patch, line),
    merged: merge.theirChanges,
  };
}

async function patchAndReadBack(
  cartId: string,
  line: OrderLine,
  patch: Partial<LineValues>,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileChecking: WhileChecking,
): Promise<OrderLine> {
  if (Object.keys(patch).length === 0) return line;
  const shown = await patchLine(cartId, line, patch, line.spelling, readLine, whileChecking);
  return sendRespelled(cartId, patch, shown, otherSpelling(shown.spelling), readLine);
}

/** Sends once more, under the other spelling, what did not stick under the first; gives the line as it is then. */
export async function sendRespelled(
  cartId: string,
  sent: Partial<LineValues>,
  shown: OrderLine,
  spelling: Spelling,
  readLine: (lineId: string) => Promise<OrderLine>,
): Promise<OrderLine> {
  const lost = compareEcho(sent, shown).map(({ key }) => key);
  const respelled = Object.fromEntries(
    Object.entries(sent).filter(([field]) => lost.includes(field) && SPELT_TWICE.includes(field)),
  );
  if (Object.keys(respelled).length === 0) return shown;
  try {
    return await patchLine(cartId, shown, respelled, spelling, readLine, (proof) => proof());
  } catch (error) {
    // The first try has saved the rest; what it left different is told as such.
    if (isApiError(error)) return shown;
    throw error;
  }
}

const SPELT_TWICE = ['enni_2', 'cpe_networking_number'];

async function patchLine(
  cartId: string,
  line: OrderLine,
  patch: Partial<LineValues>,
  spelling: Spelling,
  readLine: (lineId: string) => Promise<OrderLine>,
  whileChecking: WhileChecking,
): Promise<OrderLine> {
  const ids = { cartId, lineId: line.id };
  const body = writeLineValues(patch, spelling);
  let answer: OrderLine;
  try {
    answer = readWith(answerOf(await write('updateLine', { ids, body })), readOrderLine);
  } catch (error) {
    if (!isApiError(error) || error.acted === 'no') throw error;
    const shown = await whileChecking(() =>
      readUntilShown(
        () => readLine(line.id),
        (reading) => isShown(patch, reading),
      ),
    );
    if (!shown || !canBeCompared(patch, shown)) throw error;
    // Where some of it arrived, it was carried out: what differs is told field by field.
    if (isShown(patch, shown) || someArrived(patch, line, shown)) return shown;
    throw provedNotDone(error);
  }
  return (await ifReadable(readLine(line.id))) ?? answer;
}

/** Whether a line carries any of the fields that were sent. */
function canBeCompared(patch: Partial<LineValues>, { returned }: OrderLine): boolean {
  return returned.some((field) => patch[field] !== undefined);
}

/** Whether a value that was sent, and was not there before, is there now. */
function someArrived(patch: Partial<LineValues>, before: OrderLine, now: OrderLine): boolean {
  const changedNow = new Set(changedLeaves(before, now));
  const different = new Set(compareEcho(patch, now).map(({ key }) => key));
  return changedLeaves(before, { ...before, ...patch }).some(
    (key) => changedNow.has(key) && !different.has(key),
  );
}

/** Whether a line shows that it was written: some of what was sent, and nothing that differs from it. */
function isShown(patch: Partial<LineValues>, line: OrderLine): boolean {
  return canBeCompared(patch, line) && compareEcho(patch, line).every(({ kept }) => kept === undefined);
}

import {
  otherSpelling,
  readOrderLine,
  UNKNOWN_SPELLING,
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
import type { LeafKey } from '~/domain/line-leaves';
import { isDraft } from '~/domain/order-line-lifecycle';
import { isApiError } from './api-error';
import { readWith } from './fetch-client';
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
 * Saves a line: reads it afresh, merges what others changed meanwhile, sends only what differs, and reads it back, for
 * only the detail shows every field. A value that did not stick under one of its two spellings is sent once more under
 * the other. When the API's answer leaves open whether it acted, the reading back decides; when the reading back fails,
 * the API's answer counts.
 * Throws an ApiError when nothing was saved or when that cannot be told.
 */
export async function saveLine(
  { cartId, base, mine }: SaveRequest,
  readLine: (lineId: string) => Promise<OrderLine>,
): Promise<SaveOutcome> {
  const theirs = await readLine(base.id);
  if (!isDraft(theirs)) return { kind: 'no-longer-draft', line: theirs };

  const merge = mergeLine(base, mine, theirs);
  if (merge.conflicts.length > 0) {
    return { kind: 'conflict', line: theirs, at: new Date(), conflicts: merge.conflicts };
  }
  const patch = smallestPatch(theirs, merge.values);
  const line = await patchAndReadBack(cartId, theirs, patch, readLine);
  return {
    kind: 'saved',
    line,
    at: new Date(),
    differences: compareEcho(patch, line),
    merged: merge.theirChanges,
  };
}

/**
 * Creates a line and reads it back. No server has shown its spelling before, so a value that did not stick under the tables' is sent once
 * more under the examples'. Throws an ApiError when no line was created or when that cannot be told.
 */
export async function createLine(
  cartId: string,
  values: Partial<LineValues>,
  readLine: (lineId: string) => Promise<OrderLine>,
): Promise<SavedLine> {
  const answer = answerOf(await write('createLine', { ids: { cartId }, body: writeLineValues(values) }));
  const answered = readWith(answer, readOrderLine);
  const created = (await ifReadable(readLine(answered.id))) ?? answered;
  const line = await sendRespelled(cartId, values, created, otherSpelling(UNKNOWN_SPELLING), readLine);
  return { kind: 'saved', line, at: new Date(), differences: compareEcho(values, line), merged: [] };
}

async function patchAndReadBack(
  cartId: string,
  line: OrderLine,
  patch: Partial<LineValues>,
  readLine: (lineId: string) => Promise<OrderLine>,
): Promise<OrderLine> {
  if (Object.keys(patch).length === 0) return line;
  const shown = await patchLine(cartId, line, patch, line.spelling, readLine);
  return sendRespelled(cartId, patch, shown, otherSpelling(shown.spelling), readLine);
}

/** Sends once more, under the other spelling, what did not stick under the first; gives the line as it is then. */
async function sendRespelled(
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
    return await patchLine(cartId, shown, respelled, spelling, readLine);
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
): Promise<OrderLine> {
  const ids = { cartId, lineId: line.id };
  const body = writeLineValues(patch, spelling);
  let answer: OrderLine;
  try {
    answer = readWith(answerOf(await write('updateLine', { ids, body })), readOrderLine);
  } catch (error) {
    if (!isApiError(error) || error.acted === 'no') throw error;
    const shown = await ifReadable(readLine(line.id));
    if (shown && isShown(patch, shown)) return shown;
    throw error;
  }
  return (await ifReadable(readLine(line.id))) ?? answer;
}

/** A reading back that fails says nothing of the write before it: null then. */
async function ifReadable(reading: Promise<OrderLine>): Promise<OrderLine | null> {
  try {
    return await reading;
  } catch (error) {
    if (isApiError(error)) return null;
    throw error;
  }
}

/** Whether a line shows that it was written: some of what was sent, and nothing that differs from it. */
function isShown(patch: Partial<LineValues>, line: OrderLine): boolean {
  return (
    line.returned.some((field) => patch[field] !== undefined) &&
    compareEcho(patch, line).every(({ kept }) => kept === undefined)
  );
}

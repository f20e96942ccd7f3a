import { pickContactValues } from '~/contract/contact';
import { pickLineScalars, readOrderLine, type LineValues } from '~/contract/order-line';
import { isUnknownArray, isWireObject, text, wireObjects, type WireObject } from '~/contract/scalars';
import {
  BATCH_KINDS,
  PAUSE_REASONS,
  type Batch,
  type BatchCart,
  type BatchRow,
  type CopiedLine,
  type LineToChange,
} from './batch';
import type { RowState, SkipReason, StayReason } from './row-state';

/*
 * A batch as its journal stores it: a head and its rows, in plain JSON. The journal encrypts them. What was changed on the
 * disk, or is of another version, reads as null.
 */

/** The part of a batch that is stored once, without its rows. */
export function storedHead(batch: Batch): WireObject {
  return Object.fromEntries(Object.entries(batch).filter(([name]) => name !== 'rows'));
}

/** One row as it is stored. */
export function storedRow(row: BatchRow): WireObject {
  const { values, state, change } = row;
  return {
    ...row,
    values: plainValues(values),
    ...(change ? { change: { ...change, base: plainValues(change.base) } } : {}),
    state: storedState(state),
  };
}

function storedState(state: RowState): WireObject {
  return {
    ...state,
    ...('made' in state ? { made: plainValues(state.made) } : {}),
    ...('theirs' in state ? { theirs: plainValues(state.theirs) } : {}),
    ...('before' in state && state.before ? { before: plainValues(state.before) } : {}),
    ...('after' in state && state.after ? { after: plainValues(state.after) } : {}),
  };
}

/** Null for a head that cannot be read. A row that cannot be read is missing. */
export function readBatch(head: unknown, rows: readonly unknown[]): Batch | null {
  if (!isWireObject(head)) return null;
  const { id, startedAt, cartId, isUndoing, isStopped, provedAt, rowCount, before, missingIds } = head;
  const kind = BATCH_KINDS.find((known) => known === head['kind']);
  const cart = readBatchCart(head['cart']);
  const source = isWireObject(head['source']) ? head['source'] : {};
  if (typeof id !== 'string' || typeof startedAt !== 'number' || typeof cartId !== 'string') return null;
  if (!kind || !cart || typeof rowCount !== 'number') return null;
  return {
    id,
    kind,
    startedAt,
    cartId,
    cart,
    source: { cartId: text.parse(source['cartId']), name: text.parse(source['name']) },
    before: isUnknownArray(before) ? texts(before) : null,
    isUndoing: isUndoing === true,
    isStopped: isStopped === true,
    pause: PAUSE_REASONS.find((known) => known === head['pause']) ?? null,
    provedAt: typeof provedAt === 'number' ? provedAt : null,
    missingIds: texts(missingIds),
    rowCount,
    rows: rows.map(readRow).filter((row) => row !== null),
  };
}

function readBatchCart(raw: unknown): BatchCart | null {
  if (!isWireObject(raw) || !isWireObject(raw['values'])) return null;
  const { external_id, project_id } = raw['values'];
  const values = { external_id: text.parse(external_id), project_id: text.parse(project_id) };
  const { state, attempt, at, before } = raw;
  if (state === 'waiting' || state === 'there') return { values, state };
  if (state !== 'sending' || typeof attempt !== 'string' || typeof at !== 'number') return null;
  return { values, state, attempt, at, before: texts(before) };
}

function readRow(raw: unknown): BatchRow | null {
  if (!isWireObject(raw) || !isWireObject(raw['values'])) return null;
  const state = readState(raw['state']);
  const { copied, rejections } = raw;
  const change = readChange(raw['change']);
  return (
    state && {
      values: readValues(raw['values']),
      ...(change ? { change } : {}),
      state,
      copied: readCopied(copied),
      rejections: Object.fromEntries(
        Object.entries(isWireObject(rejections) ? rejections : {}).map(([key, code]) => [
          key,
          text.parse(code),
        ]),
      ),
    }
  );
}

function readChange(raw: unknown): LineToChange | null {
  if (!isWireObject(raw)) return null;
  const { lineId, cartId, base } = raw;
  return { lineId: text.parse(lineId), cartId: text.parse(cartId), base: readValues(base) };
}

function readCopied(raw: unknown): CopiedLine | null {
  if (!isWireObject(raw)) return null;
  return { id: text.parse(raw['id']), fingerprint: text.parse(raw['fingerprint']) };
}

const SKIP_REASONS: readonly SkipReason[] = [
  'stopped',
  'cart-confirmed',
  'cart-gone',
  'line-ordered',
  'line-gone',
  'locked',
  'theirs',
];
const STAY_REASONS: readonly StayReason[] = ['changed', 'ordered'];

function readState(raw: unknown): RowState | null {
  if (!isWireObject(raw)) return null;
  const lineId = text.parse(raw['lineId']);
  const sent = { attempt: text.parse(raw['attempt']), at: Number(raw['at']) };
  const made = () => ({ lineId, made: readValues(raw['made']) });
  const changed = () => ({ before: readValues(raw['before']), after: readValues(raw['after']) });
  const sentChange = isWireObject(raw['before']) ? changed() : {};
  const stays = STAY_REASONS.find((known) => known === raw['stays']);
  switch (raw['kind']) {
    case 'waiting':
      return { kind: 'waiting' };
    case 'sending':
      return { kind: 'sending', ...sent, ...sentChange };
    case 'created':
      return { kind: 'created', ...made(), ...(stays ? { stays } : {}) };
    case 'present':
      return { kind: 'present', lineId };
    case 'skipped':
      return {
        kind: 'skipped',
        why: SKIP_REASONS.find((known) => known === raw['why']) ?? 'stopped',
      };
    case 'failed':
      return {
        kind: 'failed',
        problem: text.parse(raw['problem']),
        messages: wireObjects(raw['messages']).map((entry) => ({
          field: text.parse(entry['field']),
          text: text.parse(entry['text']),
        })),
      };
    case 'unknown':
      return { kind: 'unknown', ...sent, ...sentChange, candidates: texts(raw['candidates']) };
    case 'removing':
      return { kind: 'removing', ...made(), ...sent };
    case 'removed':
      return { kind: 'removed', lineId };
    case 'changed':
      return { kind: 'changed', lineId, ...changed(), ...(stays ? { stays } : {}) };
    case 'unchanged':
      return { kind: 'unchanged', lineId };
    case 'conflict':
      return { kind: 'conflict', lineId, theirs: readValues(raw['theirs']) };
    case 'reverting':
      return { kind: 'reverting', lineId, ...changed(), ...sent };
    case 'reverted':
      return { kind: 'reverted', lineId };
    default:
      return null;
  }
}

/** The values without what an answer carried beside them. */
function plainValues(values: LineValues): LineValues {
  return {
    ...pickLineScalars(values),
    related_contact_information: values.related_contact_information.map((contact) => ({
      ...pickContactValues(contact),
      wire: {},
    })),
  };
}

function readValues(raw: unknown): LineValues {
  const line = readOrderLine({ ...(isWireObject(raw) ? raw : {}), id: 'stored' });
  return plainValues(line);
}

function texts(raw: unknown): string[] {
  return isUnknownArray(raw) ? raw.map((entry) => text.parse(entry)) : [];
}

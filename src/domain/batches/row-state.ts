import type { LineValues } from '~/contract/order-line';

/*
 * The states of one row of a batch, and the events that lead from one to another. A row that was sent is proved by an
 * answer or by a reading. A row whose outcome is unknown leaves that state by a reading alone.
 */

/** A write that left, or was about to: its Idempotency-Key and the time before it left, in milliseconds. */
interface Attempt {
  readonly attempt: string;
  readonly at: number;
}

/** A line that exists, with its values as the API had them when it was created. */
export interface MadeLine {
  readonly lineId: string;
  readonly made: LineValues;
}

/** The values of a line before and after a change. */
export interface ValueChange {
  readonly before: LineValues;
  readonly after: LineValues;
}

/** A line that was changed, with its values as the API had them before and after. */
interface ChangedLine extends ValueChange {
  readonly lineId: string;
}

/**
 * Why a row is not sent. `locked`: a field became one of a quote. `theirs`: a person left a colleague's value.
 */
export type SkipReason =
  | 'stopped'
  | 'cart-confirmed'
  | 'cart-gone'
  | 'line-ordered'
  | 'line-gone'
  | 'locked'
  | 'theirs';
/** Why an undo leaves a line. */
export type StayReason = 'changed' | 'ordered';

/** Why the API refused a row: the kind of the failure, and its words, each about a field or ''. */
export interface RowRefusal {
  readonly problem: string;
  readonly messages: readonly { readonly field: string; readonly text: string }[];
}

export type RowState =
  | { readonly kind: 'waiting' }
  /** The change is that of a row that changes a line, as it was sent. */
  | ({ readonly kind: 'sending' } & Attempt & Partial<ValueChange>)
  | ({ readonly kind: 'created'; readonly stays?: StayReason } & MadeLine)
  /** The cart had the line before the batch sent anything. */
  | { readonly kind: 'present'; readonly lineId: string }
  | { readonly kind: 'skipped'; readonly why: SkipReason }
  | ({ readonly kind: 'failed' } & RowRefusal)
  /** `candidates`: the lines that are equal in all that was sent, where there are more than rows. */
  | ({ readonly kind: 'unknown'; readonly candidates: readonly string[] } & Attempt & Partial<ValueChange>)
  /** Its deletion by an undo was sent. */
  | ({ readonly kind: 'removing' } & MadeLine & Attempt)
  | { readonly kind: 'removed'; readonly lineId: string }
  | ({ readonly kind: 'changed'; readonly stays?: StayReason } & ChangedLine)
  /** The line had the values before anything was sent. */
  | { readonly kind: 'unchanged'; readonly lineId: string }
  /** A colleague changed the same field since the line was read: a person decides. */
  | { readonly kind: 'conflict'; readonly lineId: string; readonly theirs: LineValues }
  /** The values before were sent by an undo. */
  | ({ readonly kind: 'reverting' } & ChangedLine & Attempt)
  | { readonly kind: 'reverted'; readonly lineId: string };

export type RowEvent =
  /** Stored before the request leaves. */
  | ({ readonly type: 'send' } & Attempt & Partial<ValueChange>)
  /** A whole answer of success. */
  | ({ readonly type: 'answered' } & MadeLine)
  | ({ readonly type: 'refused' } & RowRefusal)
  /** It is proved that nothing was done: the row waits again. */
  | { readonly type: 'not-sent' }
  | { readonly type: 'in-doubt' }
  /** A reading shows the line. */
  | ({ readonly type: 'found' } & MadeLine)
  /** A reading shows that there is no such line, and the request is over. */
  | { readonly type: 'absent' }
  | { readonly type: 'ambiguous'; readonly candidates: readonly string[] }
  /** The first reading of the cart shows an equal line. */
  | { readonly type: 'present'; readonly lineId: string }
  | { readonly type: 'skip'; readonly why: SkipReason }
  /** A person sends a refused row again. */
  | { readonly type: 'again' }
  | ({ readonly type: 'remove' } & Attempt)
  | { readonly type: 'removed' }
  | { readonly type: 'stay'; readonly why: StayReason }
  /** A deletion was proved not done. */
  | { readonly type: 'not-removed' }
  /** A whole answer, or a reading, shows the change. */
  | ({ readonly type: 'changed' } & ChangedLine)
  | { readonly type: 'unchanged'; readonly lineId: string }
  | { readonly type: 'conflict'; readonly lineId: string; readonly theirs: LineValues }
  /** A person decided a conflict for the own values. */
  | { readonly type: 'decided' }
  | ({ readonly type: 'revert' } & Attempt)
  | { readonly type: 'reverted' }
  /** Another reading has to say what is still to be put back. */
  | { readonly type: 'not-reverted' }
  /** Values of a changed line that are not its own any more are left. */
  | { readonly type: 'leave'; readonly why: StayReason };

/** The states from which an event leads on. */
const FROM: Readonly<Record<RowEvent['type'], readonly RowState['kind'][]>> = {
  send: ['waiting'],
  answered: ['sending'],
  refused: ['sending'],
  'not-sent': ['sending'],
  'in-doubt': ['sending'],
  found: ['sending', 'unknown'],
  absent: ['sending', 'unknown'],
  ambiguous: ['sending', 'unknown'],
  present: ['waiting'],
  skip: ['waiting', 'conflict'],
  again: ['failed'],
  remove: ['created'],
  removed: ['created', 'removing'],
  stay: ['created', 'removing'],
  'not-removed': ['removing'],
  changed: ['sending', 'unknown'],
  unchanged: ['waiting'],
  conflict: ['waiting'],
  decided: ['conflict'],
  revert: ['changed'],
  reverted: ['changed', 'reverting'],
  'not-reverted': ['reverting'],
  leave: ['changed', 'reverting'],
};

/** The state after an event. Throws for an event that the state does not know. */
export function nextState(state: RowState, event: RowEvent): RowState {
  if (!FROM[event.type].includes(state.kind))
    throw new Error(`A row that is ${state.kind} cannot be ${event.type}`);
  switch (event.type) {
    case 'send':
      return { kind: 'sending', ...attemptOf(event), ...sentChangeOf(event) };
    case 'answered':
    case 'found':
      return { kind: 'created', lineId: event.lineId, made: event.made };
    case 'refused':
      return { kind: 'failed', problem: event.problem, messages: event.messages };
    case 'not-sent':
    case 'absent':
    case 'again':
    case 'decided':
      return { kind: 'waiting' };
    case 'in-doubt':
      return { ...attemptOf(state), ...sentChangeOf(state), kind: 'unknown', candidates: [] };
    case 'ambiguous':
      return { ...attemptOf(state), kind: 'unknown', candidates: event.candidates };
    case 'present':
      return { kind: 'present', lineId: event.lineId };
    case 'skip':
      return { kind: 'skipped', why: event.why };
    case 'remove':
      return { ...madeLineOf(state), kind: 'removing', attempt: event.attempt, at: event.at };
    case 'removed':
      return { kind: 'removed', lineId: madeLineOf(state).lineId };
    case 'stay':
      return { ...madeLineOf(state), kind: 'created', stays: event.why };
    case 'not-removed':
      return { ...madeLineOf(state), kind: 'created' };
    case 'changed':
      return { kind: 'changed', lineId: event.lineId, before: event.before, after: event.after };
    case 'unchanged':
      return { kind: 'unchanged', lineId: event.lineId };
    case 'conflict':
      return { kind: 'conflict', lineId: event.lineId, theirs: event.theirs };
    case 'revert':
      return { ...changedLineOf(state), kind: 'reverting', attempt: event.attempt, at: event.at };
    case 'reverted':
      return { kind: 'reverted', lineId: changedLineOf(state).lineId };
    case 'leave':
      return { ...changedLineOf(state), kind: 'changed', stays: event.why };
    case 'not-reverted':
    default:
      return { ...changedLineOf(state), kind: 'changed' };
  }
}

function attemptOf(source: RowState | Attempt): Attempt {
  if (!('attempt' in source)) throw new Error(`A row that is ${source.kind} was not sent`);
  return { attempt: source.attempt, at: source.at };
}

/** The change that goes with a row that was sent; nothing for a creation. */
function sentChangeOf(source: RowState | Partial<ValueChange>): Partial<ValueChange> {
  const { before, after } = { before: undefined, after: undefined, ...source };
  return before && after ? { before, after } : {};
}

function changedLineOf(state: RowState): ChangedLine {
  if (state.kind !== 'changed' && state.kind !== 'reverting')
    throw new Error(`A row that is ${state.kind} has changed no line`);
  return { lineId: state.lineId, before: state.before, after: state.after };
}

function madeLineOf(state: RowState): MadeLine {
  if (!('made' in state)) throw new Error(`A row that is ${state.kind} has no line`);
  return { lineId: state.lineId, made: state.made };
}

/** Whether the outcome of the row's creation is open. */
export function isInDoubt(state: RowState): state is Extract<RowState, { kind: 'sending' | 'unknown' }> {
  return state.kind === 'sending' || state.kind === 'unknown';
}

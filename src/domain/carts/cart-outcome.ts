import type { OrderLine } from '~/contract/order-line';
import { isKnownLineState, LINE_STATES, type LineState } from '~/contract/states';
import { isCancelled, isDecided, isRejected } from '~/domain/lifecycles/order-line-lifecycle';

type OutcomeLine = Pick<OrderLine, 'state' | 'cancellation_date'>;

/** How many lines have each outcome: every line counts once. */
export interface CartOutcome {
  readonly total: number;
  readonly decided: number;
  /** Orders that were created and are not cancelled: acknowledged or held. */
  readonly created: number;
  readonly held: number;
  readonly rejected: number;
  readonly cancelled: number;
  readonly inProgress: number;
  /** States that the document does not name, each once. */
  readonly unknownStates: readonly LineState[];
  readonly unknown: number;
}

/** Counts what became of a cart's lines. A cancelled line is cancelled whatever its state says. */
export function cartOutcome(lines: readonly OutcomeLine[]): CartOutcome {
  const others = lines.filter((line) => !isCancelled(line));
  const inState = (state: LineState) => others.filter((line) => line.state === state).length;
  const unknown = others.filter(({ state }) => !isKnownLineState(state)).map(({ state }) => state);
  const held = inState('held_adv_validation');
  return {
    total: lines.length,
    decided: lines.filter(isDecided).length,
    created: inState('acknowledged') + held,
    held,
    rejected: others.filter(isRejected).length,
    cancelled: lines.length - others.length,
    inProgress: inState('in_progress'),
    unknownStates: [...new Set(unknown)],
    unknown: unknown.length,
  };
}

export interface StateCount {
  readonly state: LineState;
  readonly isCancelled: boolean;
  readonly count: number;
}

/** The states that lines are in with how many are, in the order of the lifecycle, unknown ones after it, cancelled last. */
export function countsByState(lines: readonly OutcomeLine[]): StateCount[] {
  const others = lines.filter((line) => !isCancelled(line));
  const states = new Set([...LINE_STATES, ...others.map(({ state }) => state)]);
  const counts = [...states].map((state) => ({
    state,
    isCancelled: false,
    count: others.filter((line) => line.state === state).length,
  }));
  return [...counts, { state: '', isCancelled: true, count: lines.length - others.length }].filter(
    ({ count }) => count > 0,
  );
}

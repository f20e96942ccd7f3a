import type { OrderLine } from '~/contract/order-line';
import type { CartState } from '~/contract/states';
import { isCancelled } from './order-line-lifecycle';

/** How a state of a lifecycle stands to the way that was taken. */
type StepMark = 'taken' | 'present' | 'ahead' | 'closed';

interface LifecycleStep {
  /** The state; where the document names in_progress a second time, for lines that stay so, STAYS_IN_PROGRESS. */
  readonly state: string;
  readonly mark: StepMark;
}

/** Stage after stage, each with the states that it may lead to. */
export type Lifecycle = readonly (readonly LifecycleStep[])[];

/** The last box of "Lifecycle of an order line" names in_progress again. */
export const STAYS_IN_PROGRESS = 'stays in_progress';
export const CANCELLED = 'cancelled';

/** "Lifecycle of an order session". */
const CART_STAGES = [['created'], ['in_progress'], ['completed', 'partial', 'rejected']] as const;
/** "Lifecycle of an order line". */
const LINE_STAGES = [
  ['created'],
  ['in_progress'],
  ['acknowledged', 'held_adv_validation', STAYS_IN_PROGRESS, 'rejected_creation'],
] as const;

/** A cart's lifecycle with its present state; one that the document does not name stands where the ends stand. */
export function cartLifecycle(state: CartState): Lifecycle {
  return drawWay(CART_STAGES, state, []);
}

/** A line's lifecycle with its present state and what its history tells of; a cancelled line has left every end behind. */
export function lineLifecycle(
  line: Pick<OrderLine, 'state' | 'state_change' | 'cancellation_date'>,
): Lifecycle {
  const passed = line.state_change.map((change) => change.state);
  if (!isCancelled(line)) return drawWay(LINE_STAGES, line.state, passed);
  return [
    ...drawWay(LINE_STAGES, line.state, passed).map((stage) =>
      stage.map(({ state, mark }): LifecycleStep => ({
        state,
        mark: mark === 'present' ? 'taken' : mark === 'ahead' ? 'closed' : mark,
      })),
    ),
    [{ state: CANCELLED, mark: 'present' }],
  ];
}

function drawWay(
  stages: readonly (readonly string[])[],
  present: string,
  passed: readonly string[],
): Lifecycle {
  const known = stages.findIndex((stage) => stage.includes(present));
  const last = stages.length - 1;
  const at = known === -1 ? last : known;
  return stages.map((stage, index) => {
    const states = known === -1 && index === last && present !== '' ? [...stage, present] : stage;
    return states.map((state) => ({ state, mark: markOf(state, index) }));
  });

  function markOf(state: string, index: number): StepMark {
    if (index === at && state === present) return 'present';
    if (index < at || passed.includes(state)) return 'taken';
    return index === at && known !== -1 ? 'closed' : 'ahead';
  }
}

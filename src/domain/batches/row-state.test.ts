import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLineValues } from '~/contract/order-line';
import type { Batch, BatchRow } from './batch';
import { batchStatus, batchTotals, canGoOn, minutesLeft } from './batch-totals';
import { nextState, type RowEvent, type RowState } from './row-state';

const made = emptyLineValues();
const SENT = { attempt: 'key', at: 1 };
const EVENTS: readonly RowEvent[] = [
  { type: 'send', ...SENT },
  { type: 'answered', lineId: 'L', made },
  { type: 'refused', problem: 'invalid', messages: [] },
  { type: 'not-sent' },
  { type: 'in-doubt' },
  { type: 'found', lineId: 'L', made },
  { type: 'absent' },
  { type: 'ambiguous', candidates: ['A', 'B'] },
  { type: 'present', lineId: 'L' },
  { type: 'skip', why: 'stopped' },
  { type: 'again' },
  { type: 'remove', ...SENT },
  { type: 'removed' },
  { type: 'stay', why: 'changed' },
  { type: 'not-removed' },
  { type: 'send', ...SENT, before: made, after: made },
  { type: 'changed', lineId: 'L', before: made, after: made },
  { type: 'unchanged', lineId: 'L' },
  { type: 'conflict', lineId: 'L', theirs: made },
  { type: 'decided' },
  { type: 'revert', ...SENT },
  { type: 'reverted' },
  { type: 'not-reverted' },
  { type: 'leave', why: 'changed' },
];
const READINGS: readonly RowEvent['type'][] = ['found', 'absent', 'ambiguous', 'changed'];

/** The states through which a row goes under events, those that it does not know aside. */
function walk(events: readonly RowEvent[]): readonly (readonly [RowEvent['type'], RowState])[] {
  let state: RowState = { kind: 'waiting' };
  const steps: (readonly [RowEvent['type'], RowState])[] = [];
  for (const event of events) {
    try {
      state = nextState(state, event);
      steps.push([event.type, state]);
    } catch {
      // Not an event of this state.
    }
  }
  return steps;
}

const anyEvents = array(constantFrom(...EVENTS), { maxLength: 40 });

describe('a row of a batch', () => {
  it('is created only after it was sent', () => {
    assert(
      property(anyEvents, (events) => {
        const steps = walk(events);
        const created = steps.findIndex(([, { kind }]) => kind === 'created');
        expect(created === -1 || steps.slice(0, created).some(([type]) => type === 'send')).toBe(true);
      }),
    );
  });

  it('is changed only after it was sent', () => {
    assert(
      property(anyEvents, (events) => {
        const steps = walk(events);
        const changed = steps.findIndex(([, { kind }]) => kind === 'changed');
        expect(changed === -1 || steps.slice(0, changed).some(([type]) => type === 'send')).toBe(true);
      }),
    );
  });

  it('leaves the unknown by a reading alone', () => {
    assert(
      property(anyEvents, (events) => {
        const steps = walk(events);
        const after = steps.filter((_, index) => steps[index - 1]?.[1].kind === 'unknown');
        expect(after.filter(([type]) => !READINGS.includes(type))).toEqual([]);
      }),
    );
  });

  it.each(EVENTS)('that is skipped knows no event $type', (event) => {
    const skipped: RowState = { kind: 'skipped', why: 'stopped' };
    expect(() => nextState(skipped, event)).toThrow('skipped');
  });
});

function aBatch(states: readonly RowState[], parts: Partial<Batch> = {}): Batch {
  const rows = states.map((state): BatchRow => ({ values: made, state, copied: null, rejections: {} }));
  return {
    id: 'B',
    kind: 'duplicate',
    startedAt: 0,
    cartId: 'C',
    cart: { values: { external_id: 'R', project_id: '' }, state: 'there' },
    source: { cartId: 'S', name: 'S' },
    before: [],
    isUndoing: false,
    isStopped: false,
    pause: null,
    provedAt: 1,
    missingIds: [],
    rowCount: rows.length,
    rows,
    ...parts,
  };
}

const anyStates = array(
  anyEvents.map((events): RowState => walk(events).at(-1)?.[1] ?? { kind: 'waiting' }),
  { maxLength: 30 },
);

describe('the totals of a batch', () => {
  it('add up whatever happened', () => {
    assert(
      property(anyStates, (states) => {
        const { addsUp, rows, ...counts } = batchTotals(aBatch(states));
        expect(addsUp).toBe(true);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows);
      }),
    );
  });

  it('do not add up where a row was lost', () => {
    const batch = aBatch([{ kind: 'waiting' }], { rowCount: 2 });
    expect(batchTotals(batch).addsUp).toBe(false);
    expect(batchStatus(batch, false)).toEqual({ kind: 'incomplete' });
    expect(canGoOn(batch)).toBe(false);
  });

  it('call a batch done with no open row only', () => {
    assert(
      property(anyStates, (states) => {
        const batch = aBatch(states);
        const { waiting, sending, unknown, conflict } = batchTotals(batch);
        const isDone = batchStatus(batch, false).kind === 'done';
        expect(isDone).toBe(waiting + sending + unknown + conflict === 0);
      }),
    );
  });

  it('call a batch done after the last reading only', () => {
    const batch = aBatch([{ kind: 'created', lineId: 'L', made }], { provedAt: null });
    expect(batchStatus(batch, false)).toEqual({ kind: 'paused', why: 'interrupted' });
  });
});

describe('the forecast', () => {
  it.each([
    [1, 550, 1],
    [500, 556, 5],
    [110, 556, 2],
  ])('of %i rows at %i ms is %i minutes', (count, rowMs, minutes) => {
    expect(minutesLeft(count, rowMs)).toBe(minutes);
  });
});

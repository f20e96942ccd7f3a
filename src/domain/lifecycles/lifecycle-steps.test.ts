import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLifecycle, lineLifecycle, STAYS_IN_PROGRESS, type Lifecycle } from './lifecycle-steps';

const marks = (lifecycle: Lifecycle) =>
  lifecycle.map((stage) => Object.fromEntries(stage.map(({ state, mark }) => [state, mark])));
const line = (state: string, history: readonly string[] = [], cancellation_date = '') => ({
  state,
  cancellation_date,
  state_change: history.map((past) => ({ state: past, change_date: '', change_reason: '' })),
});

describe('the lifecycle of a cart', () => {
  it('leads from a draft to one of three ends', () => {
    expect(marks(cartLifecycle('created'))).toEqual([
      { created: 'present' },
      { in_progress: 'ahead' },
      { completed: 'ahead', partial: 'ahead', rejected: 'ahead' },
    ]);
  });

  it('has left the draft behind once it is confirmed', () => {
    expect(marks(cartLifecycle('in_progress')).slice(0, 2)).toEqual([
      { created: 'taken' },
      { in_progress: 'present' },
    ]);
  });

  it('closes the other ends when it has come to one', () => {
    expect(marks(cartLifecycle('partial'))[2]).toEqual({
      completed: 'closed',
      partial: 'present',
      rejected: 'closed',
    });
  });
});

describe('the lifecycle of a line', () => {
  it('names a line that stays in progress among its ends', () => {
    expect(marks(lineLifecycle(line('in_progress', ['created', 'in_progress'])))).toEqual([
      { created: 'taken' },
      { in_progress: 'present' },
      {
        acknowledged: 'ahead',
        held_adv_validation: 'ahead',
        [STAYS_IN_PROGRESS]: 'ahead',
        rejected_creation: 'ahead',
      },
    ]);
  });

  it('marks the way that the history tells of', () => {
    const way = marks(lineLifecycle(line('acknowledged', ['created', 'in_progress', 'held_adv_validation'])));
    expect(way[2]).toMatchObject({
      acknowledged: 'present',
      held_adv_validation: 'taken',
      rejected_creation: 'closed',
    });
  });

  it('shows an undocumented state and closes nothing for it', () => {
    const way = marks(lineLifecycle(line('technical_error')));
    expect(way[2]).toMatchObject({ technical_error: 'present', acknowledged: 'ahead' });
  });

  it('ends in the cancellation of a cancelled line', () => {
    const way = marks(lineLifecycle(line('acknowledged', [], '2026-03-02')));
    expect(way[2]).toMatchObject({ acknowledged: 'taken', rejected_creation: 'closed' });
    expect(way[3]).toEqual({ cancelled: 'present' });
  });

  it('has at most one present state, whatever the API says', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.constantFrom('', '2026'), (state, history, date) => {
        const present = lineLifecycle(line(state, history, date))
          .flat()
          .filter(({ mark }) => mark === 'present');
        expect(present).toHaveLength(state === '' && date === '' ? 0 : 1);
      }),
    );
  });
});

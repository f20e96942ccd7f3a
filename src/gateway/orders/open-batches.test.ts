import { describe, expect, it } from 'vitest';
import { createMemoryState } from '~/gateway/state/memory-state';
import { createOpenBatches, readAnnouncement, type OpenBatches } from './open-batches';

const DAY = 24 * 3_600_000;

function open(): { readonly batches: OpenBatches; readonly pass: (milliseconds: number) => void } {
  let now = 1000;
  const batches = createOpenBatches(createMemoryState(() => now));
  return { batches, pass: (milliseconds) => void (now += milliseconds) };
}

const aBatch = (id: string, left = 5) => ({ id, rows: 5, left });

describe('the open batches of a cart', () => {
  it('are those whose end was not announced', async () => {
    const { batches } = open();
    await batches.announce('C', aBatch('A'), 'ann');
    await batches.announce('C', aBatch('B', 3), 'bob');
    await batches.announce('C', aBatch('A', 0), 'ann');
    expect(await batches.of('C')).toEqual([{ id: 'B', rows: 5, left: 3, at: 1000 }]);
    await batches.announce('C', aBatch('B', 0), 'bob');
    expect(await batches.of('C')).toEqual([]);
  });

  it('have the counts of the last announcement', async () => {
    const { batches, pass } = open();
    await batches.announce('C', aBatch('A'), 'ann');
    pass(10);
    await batches.announce('C', aBatch('A', 2), 'ann');
    expect(await batches.of('C')).toEqual([{ id: 'A', rows: 5, left: 2, at: 1010 }]);
  });

  it('are all kept when they begin at once', async () => {
    const { batches } = open();
    const ids = ['A', 'B', 'D'];
    const waits = await Promise.all(ids.map((id) => batches.announce('C', aBatch(id), id)));
    expect(waits).toEqual([0, 0, 0]);
    expect((await batches.of('C')).map(({ id }) => id).toSorted()).toEqual(ids);
  });

  it('are forgotten 30 days after the last announcement', async () => {
    const { batches, pass } = open();
    await batches.announce('C', aBatch('A'), 'ann');
    pass(29 * DAY);
    await batches.announce('C', aBatch('A', 4), 'ann');
    pass(29 * DAY);
    expect(await batches.of('C')).toHaveLength(1);
    pass(DAY);
    expect(await batches.of('C')).toEqual([]);
  });

  it('are limited for one person and for one cart', async () => {
    const { batches } = open();
    for (let cart = 0; cart < 50; cart += 1)
      expect(await batches.announce(`C-${cart}`, aBatch('A'), 'ann')).toBe(0);
    expect(await batches.announce('C-50', aBatch('A'), 'ann')).toBeGreaterThan(0);
    expect(await batches.announce('C-50', aBatch('A'), 'bob')).toBe(0);
    for (const id of ['B', 'D', 'E', 'F']) expect(await batches.announce('C-50', aBatch(id), 'bob')).toBe(0);
    expect(await batches.announce('C-50', aBatch('G'), 'bob')).toBeGreaterThan(0);
    expect(await batches.announce('C-0', aBatch('A', 0), 'ann')).toBe(0);
    expect(await batches.announce('C-51', aBatch('A'), 'ann')).toBe(0);
  });
});

describe('an announcement', () => {
  it.each([
    null,
    {},
    { id: 'A', rows: 5 },
    { id: 'A/B', rows: 5, left: 1 },
    { id: 'A', rows: 5, left: 6 },
    { id: 'A', rows: 5, left: -1 },
    { id: 'A', rows: 1.5, left: 1 },
    { id: 'A'.repeat(65), rows: 5, left: 1 },
  ])('of %j is refused', (raw) => expect(readAnnouncement(raw)).toBeNull());

  it('carries an id and two counts', () => {
    expect(readAnnouncement({ id: 'A_b-1', rows: 5, left: 0, note: 'x' })).toEqual({
      id: 'A_b-1',
      rows: 5,
      left: 0,
    });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readUntilShown } from './verify-write';

const SECOND = 1000;
const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a write in doubt', () => {
  it.each([-3, 0, 3])('is looked for 90 seconds, a clock set by %i hours or not', async (hours) => {
    let isOver = false;
    const looking = readUntilShown(
      performance.now(),
      async () => 'nothing',
      () => false,
    ).finally(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    vi.setSystemTime(Date.now() + hours * HOUR);
    await vi.advanceTimersByTimeAsync(79 * SECOND);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    expect(isOver).toBe(true);
    expect(await looking).toBe('nothing');
  });

  it('that an earlier page sent long ago is read once', async () => {
    const read = vi.fn<() => Promise<string>>(async () => 'nothing');
    const looking = readUntilShown(performance.now() - HOUR, read, () => false);
    await vi.advanceTimersByTimeAsync(0);
    expect(await looking).toBe('nothing');
    expect(read).toHaveBeenCalledTimes(1);
  });
});

import { describe, expect, it } from 'vitest';
import { CoalescingWriter } from './coalescing-writer';

/** A disk whose writes end on demand. */
function slowDisk() {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const writes = new CoalescingWriter<string>(async (value) => {
    written.push(value);
    await new Promise<void>((resolve) => waiting.push(resolve));
  });
  const finish = async () => {
    waiting.shift()?.();
    await new Promise<void>((resolve) => setImmediate(resolve));
  };
  return { written, writes, finish };
}

describe('text that is typed faster than it is written', () => {
  it('is written one at a time, and the newest next', async () => {
    const { written, writes, finish } = slowDisk();
    for (const text of ['a', 'ab', 'abc']) writes.push(text);
    expect(written).toEqual(['a']);
    await finish();
    expect(written).toEqual(['a', 'abc']);
    await finish();
    writes.push('abcd');
    expect(written).toEqual(['a', 'abc', 'abcd']);
  });

  it('is written at once when the page may end', () => {
    const { written, writes } = slowDisk();
    for (const text of ['a', 'ab']) writes.push(text);
    writes.flush();
    writes.flush();
    expect(written).toEqual(['a', 'ab']);
  });

  it('is not idle before the flushed text is written', async () => {
    const { writes, finish } = slowDisk();
    for (const text of ['a', 'ab']) writes.push(text);
    writes.flush();
    let isIdle = false;
    const idle = writes.idle().then(() => (isIdle = true));
    await finish();
    expect(isIdle).toBe(false);
    await finish();
    await idle;
  });

  it('is written completely once idle', async () => {
    const { written, writes, finish } = slowDisk();
    await writes.idle();
    for (const text of ['a', 'ab']) writes.push(text);
    let isIdle = false;
    const waitUntilIdle = async () => {
      await writes.idle();
      isIdle = true;
    };
    const idle = waitUntilIdle();
    await finish();
    expect(isIdle).toBe(false);
    await finish();
    await idle;
    expect(written).toEqual(['a', 'ab']);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedState } from './embedded-state';
import { NEW_EPOCH_KEY, StateUnavailableError } from './state-store';

const MINUTE = 60_000;
const LASTS = { ttlMs: MINUTE };

/** A data folder, and a machine whose clocks the test sets. */
async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'state-'));
  let [wall, uptime] = [Date.UTC(2026, 2, 2, 9), 0];
  return {
    folder,
    file: join(folder, 'state.log'),
    open: (newEpochMs = 0) =>
      openEmbeddedState({ folder, newEpochMs, wallClock: () => wall, monotonic: () => uptime }),
    pass: (milliseconds: number) => {
      wall += milliseconds;
      uptime += milliseconds;
    },
    stepClock: (milliseconds: number) => {
      wall += milliseconds;
    },
  };
}

describe('a data folder', () => {
  it('keeps its entries and its epoch over a restart', async () => {
    const { open } = await aFolder();
    const first = await open(MINUTE);
    await first.claim('a', 'é\n"1"', LASTS);
    await first.claim('b', '2', { ttlMs: MINUTE, quota: { name: 'q', most: 1 } });
    await first.claim('c', '3', LASTS);
    await first.remove('c');
    await first.close();
    const second = await open(MINUTE);
    expect(second.epoch).toBe(first.epoch);
    expect(await second.get('a')).toEqual({ value: 'é\n"1"', leftMs: MINUTE });
    expect(await second.get('c')).toBeNull();
    expect(await second.claim('d', '', { ttlMs: MINUTE, quota: { name: 'q', most: 1 } })).toMatchObject({
      kind: 'over_quota',
    });
    // The epoch is not new again.
    expect((await second.get(NEW_EPOCH_KEY))?.leftMs).toBe(MINUTE);
    await second.close();
  });

  it.each([
    ['a day of downtime', 24 * 60 * MINUTE],
    ['a clock that steps back', -24 * 60 * MINUTE],
  ])('waits out what was left of an entry after %s', async (_, step) => {
    const { open, pass, stepClock } = await aFolder();
    const first = await open();
    await first.claim('hold', '', LASTS);
    pass(10_000);
    await first.claim('other', '', LASTS);
    const before = first.now();
    await first.close();
    stepClock(step);
    const second = await open();
    expect(await second.get('hold')).toEqual({ value: '', leftMs: 50_000 });
    expect(second.now()).toBe(Math.max(before, before + step));
    await second.close();
  });

  it('follows no step of the clock while it runs', async () => {
    const { open, stepClock } = await aFolder();
    const store = await open();
    await store.claim('hold', '', LASTS);
    stepClock(60 * MINUTE);
    expect(await store.get('hold')).toEqual({ value: '', leftMs: MINUTE });
    await store.close();
  });

  it.each([
    ['without its end', (text: string) => text.slice(0, -20)],
    ['with holes', (text: string) => `${text.slice(0, -20)}${'\0'.repeat(19)}\n`],
  ])('drops a last batch %s', async (_, tear) => {
    const { open, file } = await aFolder();
    const first = await open();
    await first.claim('a', '1', LASTS);
    await first.claim('b', '2', LASTS);
    await first.close();
    await writeFile(file, tear(await readFile(file, 'utf8')));
    const second = await open();
    expect((await second.get('a'))?.value).toBe('1');
    expect(await second.get('b')).toBeNull();
    await second.close();
  });

  it('is not opened when an earlier line is damaged', async () => {
    const { open, file } = await aFolder();
    const first = await open();
    await first.claim('a', '1', LASTS);
    await first.claim('b', '2', LASTS);
    await first.close();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"a"', '"x"'));
    await expect(open()).rejects.toThrow('is damaged');
  });

  it('is one process’s at a time', async () => {
    const { open } = await aFolder();
    const first = await open();
    await expect(open()).rejects.toThrow('is in use by another process');
    await first.close();
    await (await open()).close();
  });

  it('is taken over from a process that was killed', async () => {
    const { open, folder } = await aFolder();
    const lock = join(folder, 'lock');
    const killed = spawn(process.execPath, [
      '-e',
      `require('node:net').createServer().listen(${JSON.stringify(lock)}, () => process.kill(process.pid, 'SIGKILL'))`,
    ]);
    await once(killed, 'exit');
    expect((await stat(lock)).isSocket()).toBe(true);
    const opened = await Promise.allSettled([open(), open(), open()]);
    const stores = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(stores).toHaveLength(1);
    await stores[0]?.close();
  });

  it('is given up when another process writes into it', async () => {
    const { open, file } = await aFolder();
    const store = await open();
    await appendFile(file, 'x');
    await expect(store.claim('a', '', LASTS)).rejects.toThrow(StateUnavailableError);
    await expect(store.claim('a', '', LASTS)).rejects.toThrow(StateUnavailableError);
    expect(await store.get('a')).toBeNull();
    await store.close();
  });

  it('that cannot be written takes nothing until it can', async () => {
    const { open, folder } = await aFolder();
    const store = await open();
    await store.claim('a', '1', LASTS);
    await rm(folder, { recursive: true });
    const failed = [store.claim('b', '2', LASTS), store.replace('a', '1', '2')];
    expect((await Promise.allSettled(failed)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await store.get('b')).toBeNull();
    expect((await store.get('a'))?.value).toBe('1');
    await mkdir(folder);
    expect((await store.claim('b', '2', LASTS)).kind).toBe('claimed');
    await store.close();
    const again = await open();
    expect([(await again.get('a'))?.value, (await again.get('b'))?.value]).toEqual(['1', '2']);
    await again.close();
  });

  it('is written anew when it has grown', async () => {
    const { open, file } = await aFolder();
    const store = await open();
    await store.claim('n', '', LASTS);
    let value = '';
    for (let round = 0; round < 40; round += 1) {
      const next = String(round).repeat(50_000);
      await store.replace('n', value, next);
      value = next;
    }
    expect((await stat(file)).size).toBeLessThan(2_000_000);
    await store.close();
    const again = await open();
    expect((await again.get('n'))?.value).toBe(value);
    await again.close();
  });
});

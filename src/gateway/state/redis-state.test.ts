import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { redisPath, startRedis, type RedisServer } from '~/gateway/testing/redis-server';
import { openRedisState } from './redis-state';
import { NEW_EPOCH_KEY, StateUnavailableError, type StateStore } from './state-store';

const MINUTE = 60_000;
const LASTS = { ttlMs: MINUTE };

describe.skipIf(redisPath() === null)('a store in Redis', () => {
  let server: RedisServer;
  const opened: StateStore[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterEach(async () => {
    await Promise.allSettled(opened.splice(0).map((store) => store.close()));
  });
  afterAll(() => server.stop());

  async function open(newEpochMs = 0, url = server.url): Promise<StateStore> {
    const store = await openRedisState({ url, password: null, newEpochMs });
    opened.push(store);
    return store;
  }

  it('lets one of two instances claim a key', async () => {
    const [one, other] = [await open(), await open()];
    expect(other.epoch).toBe(one.epoch);
    const claims = await Promise.all([one.claim('a', '1\n2', LASTS), other.claim('a', '3', LASTS)]);
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
    expect((await other.get('a'))?.value).toBe((await one.get('a'))?.value);
    expect(await other.get('b')).toBeNull();
  });

  it('forgets an entry when its time is over', async () => {
    const store = await open();
    await store.claim('short', '1', { ttlMs: 30 });
    await vi.waitFor(async () => expect(await store.get('short')).toBeNull());
    expect((await store.claim('short', '2', LASTS)).kind).toBe('claimed');
  });

  it('replaces and removes what is expected only', async () => {
    const store = await open();
    await store.claim('r', '1', LASTS);
    expect(await store.replace('r', '0', '2')).toBe(false);
    expect(await store.replace('r', '1', '2')).toBe(true);
    expect((await store.get('r'))?.leftMs).toBeLessThanOrEqual(MINUTE);
    expect(await store.replace('r', '2', '3', 5 * MINUTE)).toBe(true);
    expect((await store.get('r'))?.leftMs).toBeGreaterThan(4 * MINUTE);
    expect(await store.remove('r', '1')).toBe(false);
    expect(await store.remove('r', '3')).toBe(true);
    expect(await store.remove('r')).toBe(false);
  });

  it('counts within a window', async () => {
    const [one, other] = [await open(), await open()];
    expect((await one.increment('n', LASTS)).count).toBe(1);
    const second = await other.increment('n', LASTS);
    expect(second.count).toBe(2);
    expect(second.leftMs).toBeLessThanOrEqual(MINUTE);
  });

  it('refuses only the owner over the quota', async () => {
    const store = await open();
    const of = (owner: string, ttlMs = MINUTE) => ({ ttlMs, quota: { name: `t:${owner}`, most: 2 } });
    await store.claim('q1', '', of('eve'));
    await store.claim('q2', '', of('eve', 300));
    const refused = await store.claim('q3', '', of('eve'));
    expect(refused.kind).toBe('over_quota');
    expect((await store.increment('q4', of('eve'))).count).toBe(Infinity);
    expect((await store.claim('q3', '', of('bob'))).kind).toBe('claimed');
    await vi.waitFor(async () => expect((await store.claim('q5', '', of('eve'))).kind).toBe('claimed'));
    await store.remove('q5');
    expect((await store.claim('q6', '', of('eve'))).kind).toBe('claimed');
  });

  it('follows the clock of the server', async () => {
    const store = await open();
    await store.get('x');
    expect(Math.abs(store.now() - Date.now())).toBeLessThan(5000);
  });

  it('is refused with another password, and says so', async () => {
    const guarded = await startRedis({ args: ['--requirepass', 'secret'] });
    await expect(open(0, guarded.url)).rejects.toThrow('STATE_URL cannot be used');
    const store = await openRedisState({ url: guarded.url, password: 'secret', newEpochMs: 0 });
    expect((await store.claim('a', '', LASTS)).kind).toBe('claimed');
    await store.close();
    await guarded.stop();
  });

  it('signs in as the user that its URL names', async () => {
    const args = ['--user', 'default', 'off', '--user', 'desk', 'on', '>secret', '~*', '+@all'];
    const guarded = await startRedis({ args });
    const url = guarded.url.replace('//', '//desk@');
    await expect(openRedisState({ url, password: 'other', newEpochMs: 0 })).rejects.toThrow('WRONGPASS');
    const store = await openRedisState({ url, password: 'secret', newEpochMs: 0 });
    expect((await store.claim('a', '', LASTS)).kind).toBe('claimed');
    await store.close();
    await guarded.stop();
  });

  it('is refused where the server may drop entries', async () => {
    const args = ['--maxmemory', '50mb', '--maxmemory-policy', 'allkeys-lru'];
    const dropping = await startRedis({ args });
    await expect(open(0, dropping.url)).rejects.toThrow('noeviction');
    await dropping.stop();
  });

  it('takes nothing without its server; a restart begins an epoch', async () => {
    const first = await startRedis();
    const [store, other] = [await open(MINUTE, first.url), await open(MINUTE, first.url)];
    const { epoch } = store;
    expect((await other.get(NEW_EPOCH_KEY))?.leftMs).toBeGreaterThan(0);
    await first.stop();
    await expect(store.claim('a', '', LASTS)).rejects.toThrow(StateUnavailableError);
    const second = await startRedis({ port: first.port });
    await vi.waitFor(async () => expect((await store.claim('b', '', LASTS)).kind).toBe('claimed'), 10_000);
    await vi.waitFor(async () => expect((await other.get('b'))?.value).toBe(''), 10_000);
    expect(store.epoch).not.toBe(epoch);
    expect(other.epoch).toBe(store.epoch);
    expect((await store.get(NEW_EPOCH_KEY))?.leftMs).toBeGreaterThan(0);
    await second.stop();
  });

  it('begins a new epoch after a flush', async () => {
    const store = await open();
    const { epoch } = store;
    const { createClient } = await import('@redis/client');
    const client = await createClient({ url: server.url }).connect();
    await client.sendCommand(['FLUSHALL']);
    await client.close();
    await expect(store.claim('z', '', LASTS)).rejects.toThrow(StateUnavailableError);
    expect((await store.claim('z', '', LASTS)).kind).toBe('claimed');
    expect(store.epoch).not.toBe(epoch);
  });
});

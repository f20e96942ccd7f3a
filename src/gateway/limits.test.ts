import { EventEmitter, once } from 'node:events';
import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import type { ApiCall } from '~/gateway/orders/api-request';
import { clientAddress, networkOf } from '~/gateway/http/client-address';
import { withQueue } from '~/gateway/orders/forward-queue';
import { isModest } from '~/gateway/http/json-shape';
import { createRateLimit } from '~/gateway/http/rate-limit';
import { createSignInAttempts } from '~/gateway/sign-in/sign-in-attempts';
import { createKeyedHash } from '~/gateway/session/keyed-hash';
import { createMemoryState } from '~/gateway/state/memory-state';

let time = 1_800_000_000_000;
const now = (): number => time;

describe('the rate limit of a session', () => {
  it('allows a burst, then a steady rate', () => {
    const take = createRateLimit({ perSecond: 2, burst: 10 }, now);
    expect(Array.from({ length: 12 }, () => take('a'))).toEqual([
      ...Array.from({ length: 10 }, () => 0),
      1,
      1,
    ]);
    expect(take('b')).toBe(0);
    time += 1000;
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
  });

  it('gives the seconds until the next', () => {
    const take = createRateLimit({ perSecond: 0.1, burst: 1 }, now);
    expect([take('a'), take('a')]).toEqual([0, 10]);
  });

  it('goes on after a step of the clock back', () => {
    const take = createRateLimit({ perSecond: 2, burst: 10 }, now);
    expect(take('a')).toBe(0);
    time -= 3_600_000;
    expect(take('a')).toBe(0);
    time += 3_600_000;
  });
});

describe('calls to the API', () => {
  const call: ApiCall = {
    operation: 'listLines',
    method: 'GET',
    target: '/x',
    body: null,
    ids: {},
    owner: 'ann',
  };

  it('queue up to a limit', async () => {
    const moments = new EventEmitter();
    let underWay = 0;
    let most = 0;
    const forward = withQueue(
      async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await once(moments, 'go on');
        underWay -= 1;
        return new Response('{}');
      },
      { atOnce: 2, share: 2, waiting: 2, longestWait: 1000 },
    );
    const answers = Array.from({ length: 5 }, () => forward(call, 'r1'));
    const refused = await answers[4];
    expect([refused?.status, refused?.headers.get('Retry-After')]).toEqual([503, '2']);
    expect(await refused?.json()).toEqual({ code: 'busy', acted: 'no', id: 'r1', retry_after: 2 });
    const goOn = setInterval(() => moments.emit('go on'), 5);
    const done = await Promise.all(answers.slice(0, 4));
    clearInterval(goOn);
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(most).toBe(2);
  });

  it('of one person run 16 at once; 16 more wait', async () => {
    const begun: string[] = [];
    const forward = withQueue(({ owner }) => {
      begun.push(owner);
      return new Promise<Response>(() => undefined);
    });
    // No wait ends by time.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    for (let count = 0; count < 16 + 16; count += 1) void forward(call, 'r1');
    expect((await forward(call, 'one too many')).status).toBe(503);
    void forward({ ...call, owner: 'bob' }, 'r1');
    await tick();
    expect(begun.filter((owner) => owner === 'ann')).toHaveLength(16);
    expect(begun.at(-1)).toBe('bob');
    for (const owner of ['cy', 'dee']) {
      for (let count = 0; count < 16; count += 1) void forward({ ...call, owner }, 'r1');
    }
    await tick();
    expect(begun).toHaveLength(32);
    vi.useRealTimers();
  });

  it('give a free place to the person with the fewest', async () => {
    const moments = new EventEmitter();
    const begun: string[] = [];
    const forward = withQueue(
      async ({ owner }) => {
        begun.push(owner);
        await once(moments, `end ${begun.length}`);
        return new Response('{}');
      },
      { atOnce: 3, share: 3, waiting: 3, longestWait: 1000 },
    );
    const answers = ['ann', 'ann', 'ann', 'ann', 'bob'].map((owner) => forward({ ...call, owner }, 'r1'));
    await tick();
    moments.emit('end 1');
    await answers[0];
    await tick();
    expect(begun).toEqual(['ann', 'ann', 'ann', 'bob']);
  });

  it('wait for a limited time', async () => {
    const forward = withQueue(() => new Promise<Response>(() => undefined), {
      atOnce: 1,
      share: 1,
      waiting: 2,
      longestWait: 10,
    });
    void forward(call, 'r1');
    expect((await forward(call, 'r2')).status).toBe(503);
  });
});

describe('attempts to sign in', () => {
  const waits: number[] = [];
  const someAttempts = () =>
    createSignInAttempts({
      state: createMemoryState(now),
      hash: createKeyedHash(null),
      wait: async (ms: number) => waits.push(ms),
    });
  const wrong = async (): Promise<string> => 'refused';
  const isRefused = (answer: string): boolean => answer === 'refused';

  it('are five per name from all addresses, each slower', async () => {
    const { attempt } = someAttempts();
    waits.length = 0;
    for (let index = 0; index < 5; index += 1) {
      expect(await attempt(' Desk', `10.0.0.${index}`, wrong, isRefused)).toEqual({ answer: 'refused' });
    }
    expect(await attempt('desk', '10.0.0.9', wrong, isRefused)).toEqual({ tooMany: 900 });
    expect(waits.filter((ms) => [1000, 2000, 4000, 8000].includes(ms))).toEqual([1000, 2000, 4000, 8000]);
    time += 900_000;
    expect(await attempt('desk', '10.0.0.9', wrong, isRefused)).toEqual({ answer: 'refused' });
  });

  it('are twenty per address', async () => {
    const { attempt } = someAttempts();
    for (let index = 0; index < 20; index += 1) {
      expect(await attempt(`name ${index}`, '10.0.0.1', wrong, isRefused)).toHaveProperty('answer');
    }
    expect(await attempt('another', '10.0.0.1', wrong, isRefused)).toHaveProperty('tooMany');
    expect(await attempt('another', '10.0.0.2', wrong, isRefused)).toHaveProperty('answer');
  });

  it('are sixty a minute in all', async () => {
    const { attempt } = someAttempts();
    for (let index = 0; index < 60; index += 1) await attempt(`n${index}`, `a${index}`, wrong, isRefused);
    expect(await attempt('one more', 'redirect', wrong, isRefused)).toEqual({ tooMany: 60 });
  });

  it('are four at once', async () => {
    const { attempt } = someAttempts();
    const never = (): Promise<string> => new Promise(() => undefined);
    const begun = Array.from({ length: 4 }, (_, index) => {
      const started = new EventEmitter();
      void attempt(`n${index}`, 'a', () => (started.emit('started'), never()), isRefused);
      return once(started, 'started');
    });
    await Promise.all(begun);
    expect(await attempt('fifth', 'b', wrong, isRefused)).toEqual({ tooMany: 1 });
  });

  it('that are delayed stop no others', async () => {
    const { attempt } = createSignInAttempts({
      state: createMemoryState(now),
      hash: createKeyedHash(null),
      // Only the delays of a first attempt end.
      wait: (ms) => (ms <= 600 ? Promise.resolve() : new Promise(() => undefined)),
    });
    for (let index = 0; index < 4; index += 1) {
      await attempt(`n${index}`, 'a', wrong, isRefused);
      void attempt(`n${index}`, 'a', wrong, isRefused);
    }
    expect(await attempt('fifth', 'b', wrong, isRefused)).toEqual({ answer: 'refused' });
  });

  it('stay counted for a name under a flood of names', async () => {
    const { attempt } = someAttempts();
    for (let index = 0; index < 5; index += 1) await attempt('desk', `10.0.1.${index}`, wrong, isRefused);
    for (let index = 0; index < 10_001; index += 1) await attempt(`n${index}`, `a${index}`, wrong, isRefused);
    time += 61_000;
    expect(await attempt('desk', '10.0.0.9', wrong, isRefused)).toEqual({ tooMany: 839 });
  });

  it('are counted by IPv6 network', async () => {
    const { attempt } = someAttempts();
    for (let index = 0; index < 20; index += 1) {
      await attempt(`name ${index}`, `2001:db8:0:1::${index + 1}`, wrong, isRefused);
    }
    expect(await attempt('another', '2001:db8:0:1:ffff::1', wrong, isRefused)).toHaveProperty('tooMany');
    expect(await attempt('another', '2001:db8:0:2::1', wrong, isRefused)).toHaveProperty('answer');
  });

  it('are forgotten for a name once one succeeds', async () => {
    const { attempt } = someAttempts();
    for (let index = 0; index < 8; index += 1) {
      expect(await attempt('desk', `${index}`, async () => 'in', isRefused)).toEqual({ answer: 'in' });
    }
  });
});

describe('the address of a person’s machine', () => {
  it.each([
    ['10.0.0.1', null, 0, '10.0.0.1'],
    ['10.0.0.1', '1.2.3.4', 0, '10.0.0.1'],
    ['10.0.0.1', '1.2.3.4', 1, '1.2.3.4'],
    ['10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
    ['10.0.0.1', 'not an address', 1, '10.0.0.1'],
    ['10.0.0.1', null, 1, '10.0.0.1'],
    ['10.0.0.1', '2001:db8::1', 1, '2001:db8::1'],
  ])('seen by %s with %j behind %s proxies is %s', (peer, forwarded, proxies, address) => {
    expect(clientAddress(peer, forwarded, proxies)).toBe(address);
  });
});

describe('the network of an address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a body', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
  it.each([
    ['of twenty levels', nested(20), true],
    ['of twenty-one levels', nested(21), false],
    ['with two thousand keys', Object.fromEntries(Array.from({ length: 2000 }, (_, key) => [key, 1])), true],
    ['with one key more', Array.from({ length: 2001 }, () => 1), false],
    ['of a single text', 'x', true],
  ])('%s is modest: %s', (_, value, modest) => expect(isModest(value)).toBe(modest));
});

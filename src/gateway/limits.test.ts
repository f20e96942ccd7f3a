import { EventEmitter, once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { ApiCall } from './api-request';
import { clientAddress } from './client-address';
import { withQueue } from './forward-queue';
import { isModest } from './json-shape';
import { createRateLimit } from './rate-limit';
import { createSignInAttempts } from './sign-in-attempts';
import { createSignedOut } from './signed-out';

let time = 1_800_000_000_000;
const now = (): number => time;

describe('the share of a session', () => {
  it('is a burst, then as much as fills up', () => {
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

  it('says how long until the next', () => {
    const take = createRateLimit({ perSecond: 0.1, burst: 1 }, now);
    expect([take('a'), take('a')]).toEqual([0, 10]);
  });
});

describe('calls to the API', () => {
  const call: ApiCall = { operation: 'listLines', method: 'GET', target: '/x', body: null, ids: {} };

  it('wait for their turn, and are told to come again when too many wait', async () => {
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
      { atOnce: 2, waiting: 2, longestWait: 1000 },
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

  it('are thirty-two at once, and sixty-four may wait', async () => {
    let begun = 0;
    const forward = withQueue(() => {
      begun += 1;
      return new Promise<Response>(() => undefined);
    });
    // Nobody's time to wait is over.
    vi.useFakeTimers();
    for (let count = 0; count < 32 + 64; count += 1) void forward(call, 'r1');
    expect((await forward(call, 'one too many')).status).toBe(503);
    expect(begun).toBe(32);
    vi.useRealTimers();
  });

  it('do not wait unseen for long', async () => {
    const forward = withQueue(() => new Promise<Response>(() => undefined), {
      atOnce: 1,
      waiting: 2,
      longestWait: 10,
    });
    void forward(call, 'r1');
    expect((await forward(call, 'r2')).status).toBe(503);
  });
});

describe('attempts to sign in', () => {
  const waits: number[] = [];
  const clock = { now, wait: async (ms: number) => waits.push(ms) };
  const wrong = async (): Promise<string> => 'refused';
  const isRefused = (answer: string): boolean => answer === 'refused';

  it('are five per name, whoever asks from wherever, and slower each time', async () => {
    const { attempt } = createSignInAttempts(clock);
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
    const { attempt } = createSignInAttempts(clock);
    for (let index = 0; index < 20; index += 1) {
      expect(await attempt(`name ${index}`, '10.0.0.1', wrong, isRefused)).toHaveProperty('answer');
    }
    expect(await attempt('another', '10.0.0.1', wrong, isRefused)).toHaveProperty('tooMany');
    expect(await attempt('another', '10.0.0.2', wrong, isRefused)).toHaveProperty('answer');
  });

  it('are sixty a minute in all', async () => {
    const { attempt } = createSignInAttempts(clock);
    for (let index = 0; index < 60; index += 1) await attempt(`n${index}`, `a${index}`, wrong, isRefused);
    expect(await attempt('one more', 'elsewhere', wrong, isRefused)).toEqual({ tooMany: 60 });
  });

  it('are four at once', async () => {
    const { attempt } = createSignInAttempts(clock);
    const never = (): Promise<string> => new Promise(() => undefined);
    for (let index = 0; index < 4; index += 1) void attempt(`n${index}`, 'a', never, isRefused);
    expect(await attempt('fifth', 'b', wrong, isRefused)).toEqual({ tooMany: 1 });
  });

  it('are forgotten for a name once one succeeds', async () => {
    const { attempt } = createSignInAttempts(clock);
    for (let index = 0; index < 8; index += 1) {
      expect(await attempt('desk', `${index}`, async () => 'in', isRefused)).toEqual({ answer: 'in' });
    }
  });
});

describe('what was signed out', () => {
  it('is remembered until its end, and ten thousand at most', () => {
    const signedOut = createSignedOut(now);
    signedOut.add('first', time + 1000);
    for (let index = 0; index < 10_000; index += 1) signedOut.add(`s${index}`, time + 1000);
    expect([signedOut.has('first'), signedOut.has('s0'), signedOut.has('s9999')]).toEqual([
      false,
      true,
      true,
    ]);
    time += 1000;
    expect(signedOut.has('s9999')).toBe(false);
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

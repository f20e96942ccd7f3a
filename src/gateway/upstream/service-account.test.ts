import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ACCOUNT, startProvider, type Provider } from '~e2e/sign-in/token-provider';
import { createServiceAccount, type AccountEvent } from './service-account';
import { createTokenEndpoint } from './token-endpoint';
import { NotSentError } from './upstream';

let provider: Provider;
let time = 1_800_000_000_000;
const events: AccountEvent[] = [];

beforeEach(async () => {
  provider = await startProvider();
  events.length = 0;
});
afterEach(() => provider.close());

function open(account = ACCOUNT) {
  const now = (): number => time;
  const { tokenUrl: address } = provider;
  return createServiceAccount({
    endpoint: createTokenEndpoint({ address, clientId: 'api-client' }, { now, within: 1_500 }),
    account,
    onEvent: (event) => events.push(event),
    now,
  });
}

const WRITE = 45_000;
const READ = 2000;
const pass = (seconds: number): number => (time += seconds * 1000);

describe('the service account’s tokens', () => {
  it('are asked for once, however many calls wait for them', async () => {
    const account = open();
    const all = await Promise.all(Array.from({ length: 50 }, () => account.tokenFor(WRITE)));
    expect(new Set(all).size).toBe(1);
    expect(provider.asked).toEqual(['password']);
  });

  it('are refreshed once for 50 concurrent calls', async () => {
    const account = open();
    const first = await account.tokenFor(READ);
    pass(299);
    const all = await Promise.all(Array.from({ length: 50 }, () => account.tokenFor(READ)));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).not.toBe(first);
    expect(provider.asked).toEqual(['password', 'refresh']);
  });

  it('are renewed before their end without a wait', async () => {
    const account = open();
    const first = await account.tokenFor(READ);
    pass(245);
    expect(await account.tokenFor(READ)).toBe(first);
    await expect.poll(() => account.tokenFor(READ)).not.toBe(first);
    expect(provider.asked).toEqual(['password', 'refresh']);
  });

  it('wait with a write until one lives long enough', async () => {
    const account = open();
    const first = await account.tokenFor(WRITE);
    pass(256);
    expect(await account.tokenFor(WRITE)).not.toBe(first);
  });

  it('refuse a write that even a fresh token cannot outlive', async () => {
    provider.lifeSeconds = 30;
    await expect(open().tokenFor(WRITE)).rejects.toBeInstanceOf(NotSentError);
  });

  it('survive tokens of seconds', async () => {
    provider.lifeSeconds = 4;
    const account = open();
    for (let index = 0; index < 5; index += 1) {
      expect(provider.holds(await account.tokenFor(READ))).toBe(true);
      pass(3);
    }
    expect(provider.asked).toEqual(['password', 'refresh', 'refresh', 'refresh', 'refresh']);
  });

  it('come by password once the refresh token is refused', async () => {
    const account = open();
    await account.tokenFor(READ);
    provider.endSessions();
    pass(299);
    expect(provider.holds(await account.tokenFor(READ))).toBe(true);
    expect(provider.asked).toEqual(['password', 'refresh refused', 'password']);
  });

  it.each(['cut', 'silence', 'html'] as const)(
    'never use a refresh token again whose answer was lost (%s): it would look stolen',
    async (fault) => {
      const account = open();
      await account.tokenFor(READ);
      pass(299);
      provider.faults.push(fault);
      await expect(account.tokenFor(READ)).rejects.toBeInstanceOf(NotSentError);
      pass(2);
      expect(provider.holds(await account.tokenFor(READ))).toBe(true);
      expect(provider.asked).toEqual(['password', 'refresh', 'password']);
    },
  );

  it('are asked for in growing pauses after a refusal', async () => {
    const account = open({ ...ACCOUNT, password: 'wrong' });
    for (let second = 0; second < 600; second += 1) {
      await account.tokenFor(READ).catch(() => undefined);
      pass(1);
    }
    // After 0, 60, 180 and 420 seconds: ten minutes of calls stay below a lock of five.
    expect(provider.asked).toEqual(Array.from({ length: 4 }, () => 'password refused'));
    expect(account.isReady()).toBe(false);
    await expect(account.tokenFor(READ)).rejects.toMatchObject({
      refusal: { status: 503, code: 'no_token', acted: 'no' },
    });
  });

  it('are renewed at most each 30 s on refusals', async () => {
    const account = open();
    const first = await account.tokenFor(READ);
    expect(account.refused(first)).toBe(true);
    const second = await account.tokenFor(READ);
    expect(second).not.toBe(first);
    expect(account.refused(second)).toBe(false);
    expect(account.refused(first)).toBe(true);
  });

  it('are asked for again by readiness checks', async () => {
    provider.faults.push('html');
    const account = open();
    expect(account.isReady()).toBe(false);
    await expect.poll(() => provider.asked).toEqual(['password']);
    await expect.poll(() => events).toEqual(['token_unclear']);
    expect(account.isReady()).toBe(false);
    pass(1);
    account.isReady();
    await expect.poll(() => account.isReady()).toBe(true);
    pass(3600);
    expect(account.isReady()).toBe(true);
    expect(provider.asked).toHaveLength(2);
  });

  it('tell what happened without a word of them', async () => {
    const account = open();
    await account.tokenFor(READ);
    pass(299);
    await account.tokenFor(READ);
    expect(events).toEqual(['token_by_password', 'token_by_refresh']);
  });
});

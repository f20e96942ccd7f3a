import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemoryState } from '~/gateway/state/memory-state';
import { StateUnavailableError, type StateStore } from '~/gateway/state/state-store';
import { beginSession, extendSession, readSession } from './staff-session';
import { createStaffSessions } from './staff-sessions';

const MINUTE = 60_000;
const settings = {
  key: new Uint8Array(randomBytes(32)),
  previousKey: null,
  encryptionKey: new Uint8Array(randomBytes(32)),
  idleMs: 30 * MINUTE,
  absoluteMs: 600 * MINUTE,
};
const START = 1_800_000_000_000;
let time = START;
const now = (): number => time;

/** Random text, which does not compress. */
const longToken = (bytes: number): string => randomBytes(bytes).toString('base64url');

function session(tokenBytes = 0) {
  time = START;
  const tokens =
    tokenBytes === 0
      ? null
      : {
          accessToken: longToken(tokenBytes),
          expiresAt: time + 5 * MINUTE,
          refreshToken: longToken(tokenBytes),
        };
  return beginSession({ subject: 'iss|1', name: 'Zoë', tokens, idToken: null }, settings, time);
}

/** The Cookie header of a browser that got these lines. */
function sentBack(lines: readonly string[]): Headers {
  const cookies = lines.map((line) => line.split(';')[0] ?? '').filter((cookie) => !cookie.endsWith('='));
  return new Headers({ Cookie: ['a=b', ...cookies, 'c=d'].join('; ') });
}

describe('a session in its cookie', () => {
  it.each([
    ['one', 0, 1],
    ['one, with tokens of a usual size', 900, 1],
    ['two, with large tokens', 2000, 2],
  ])('comes back as it was, in %s', async (_, bytes, count) => {
    const sessions = createStaffSessions(settings, createMemoryState(now), now);
    const begun = session(bytes);
    const lines = await sessions.cookiesFor(begun);
    expect(lines.filter((line) => !line.includes('Max-Age=0'))).toHaveLength(count);
    for (const line of lines) expect(line.length).toBeLessThan(4096);
    expect(await sessions.read(sentBack(lines))).toEqual(begun);
  });

  it('is for our own pages and no script', async () => {
    const [line = ''] = await createStaffSessions(settings, createMemoryState(now), now).cookiesFor(
      session(),
    );
    expect(line).toMatch(/^__Host-Http-ot=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  });

  it('throws when it does not fit two cookies', async () => {
    await expect(
      createStaffSessions(settings, createMemoryState(now), now).cookiesFor(session(4000)),
    ).rejects.toThrow('too large');
  });

  it.each([
    ['half an hour without activity', 30],
    ['ten hours', 600],
  ])('is over after %s', async (_, minutes) => {
    const sessions = createStaffSessions(settings, createMemoryState(now), now);
    const cookies = sentBack(await sessions.cookiesFor(session()));
    time = START + minutes * MINUTE - 1;
    const before = minutes === 30 ? await sessions.read(cookies) : null;
    expect(before === null).toBe(minutes !== 30);
    time += 1;
    expect(await sessions.read(cookies)).toBeNull();
  });

  it('extends up to its absolute end', () => {
    const begun = session();
    expect(extendSession(begun, settings, START + MINUTE).idleEndsAt).toBe(START + 31 * MINUTE);
    expect(extendSession(begun, settings, START + 590 * MINUTE).idleEndsAt).toBe(begun.endsAt);
  });

  it('is refused everywhere after a sign-out', async () => {
    const state = createMemoryState(now);
    const sessions = createStaffSessions(settings, state, now);
    const begun = session();
    const copied = sentBack(await sessions.cookiesFor(begun));
    expect([await sessions.revoke(begun), await sessions.revoke(begun)]).toEqual([true, false]);
    // Another instance, or the next process.
    const others = createStaffSessions(settings, state, now);
    expect(await others.read(copied)).toBeNull();
    const renewed = sentBack(await sessions.cookiesFor(extendSession(begun, settings, time)));
    expect(await others.read(renewed)).toBeNull();
  });

  it('is read while the store is away', async () => {
    const away: StateStore = {
      ...createMemoryState(now),
      get: async () => Promise.reject(new StateUnavailableError('away')),
    };
    const sessions = createStaffSessions(settings, away, now);
    const begun = session();
    expect(await sessions.read(sentBack(await sessions.cookiesFor(begun)))).toEqual(begun);
  });

  it('is refused in another version or shape', () => {
    const value = { ...session(), version: 1 };
    expect(readSession(value, START)).not.toBeNull();
    for (const changed of [{ version: 2 }, { id: 1 }, { subject: null }, { idleEndsAt: '9' }]) {
      expect(readSession({ ...value, ...changed }, START)).toBeNull();
    }
    expect(readSession(null, START)).toBeNull();
  });
});

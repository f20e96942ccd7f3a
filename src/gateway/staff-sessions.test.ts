import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beginSession, extendSession, readSession } from './staff-session';
import { createStaffSessions } from './staff-sessions';

const MINUTE = 60_000;
const settings = {
  key: new Uint8Array(randomBytes(32)),
  previousKey: null,
  draftKey: new Uint8Array(randomBytes(32)),
  idleMs: 30 * MINUTE,
  absoluteMs: 600 * MINUTE,
};
const START = 1_800_000_000_000;
let time = START;
const now = (): number => time;

/** Random letters, which no compression makes smaller. */
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

/** What the browser sends back of the lines that it was given. */
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
    const sessions = createStaffSessions(settings, now);
    const begun = session(bytes);
    const lines = await sessions.cookiesFor(begun);
    expect(lines.filter((line) => !line.includes('Max-Age=0'))).toHaveLength(count);
    for (const line of lines) expect(line.length).toBeLessThan(4096);
    expect(await sessions.read(sentBack(lines))).toEqual(begun);
  });

  it('is for our own pages only, and for no script', async () => {
    const [line = ''] = await createStaffSessions(settings, now).cookiesFor(session());
    expect(line).toMatch(/^__Host-Http-ot=[\w.-]+; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  });

  it('is not set at all, and somebody is told, when it fits no two cookies', async () => {
    await expect(createStaffSessions(settings, now).cookiesFor(session(4000))).rejects.toThrow('too large');
  });

  it.each([
    ['half an hour without a sign of life', 30],
    ['ten hours', 600],
  ])('is over after %s', async (_, minutes) => {
    const sessions = createStaffSessions(settings, now);
    const cookies = sentBack(await sessions.cookiesFor(session()));
    time = START + minutes * MINUTE - 1;
    const before = minutes === 30 ? await sessions.read(cookies) : null;
    expect(before === null).toBe(minutes !== 30);
    time += 1;
    expect(await sessions.read(cookies)).toBeNull();
  });

  it('can be extended, but never past its end', () => {
    const begun = session();
    expect(extendSession(begun, settings, START + MINUTE).idleEndsAt).toBe(START + 31 * MINUTE);
    expect(extendSession(begun, settings, START + 590 * MINUTE).idleEndsAt).toBe(begun.endsAt);
  });

  it('is refused once somebody signed out, wherever it was copied to', async () => {
    const sessions = createStaffSessions(settings, now);
    const begun = session();
    const copied = sentBack(await sessions.cookiesFor(begun));
    const cleared = sessions.end(begun);
    expect(cleared.every((line) => line.includes('Max-Age=0'))).toBe(true);
    expect(await sessions.read(copied)).toBeNull();
    const renewed = sentBack(await sessions.cookiesFor(extendSession(begun, settings, time)));
    expect(await sessions.read(renewed)).toBeNull();
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

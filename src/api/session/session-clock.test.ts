import { describe, expect, it } from 'vitest';
import { sessionStep, type SessionTimes } from './session-clock';

const MINUTE = 60_000;
const times: SessionTimes = { readAt: 0, idleEndsAt: 30 * MINUTE, endsAt: 600 * MINUTE, tokenEndsAt: null };
const at = (minutes: number, changed: Partial<SessionTimes> = {}, activeMinutes = -1) =>
  sessionStep({ ...times, ...changed }, minutes * MINUTE, activeMinutes * MINUTE);

describe('a session', () => {
  it.each([
    [0, null, false],
    [27.9, null, false],
    [28, 'idle', false],
    [29.9, 'idle', false],
    [30, null, true],
  ])('idle for %s minutes: warning %s, over %s', (minutes, warning, isOver) => {
    expect(at(minutes)).toMatchObject({ warning, isOver });
  });

  it('warns of its absolute end, which no click moves', () => {
    expect(at(29, { endsAt: 30 * MINUTE })).toMatchObject({ warning: 'end' });
    expect(at(29, { endsAt: 30 * MINUTE }, 28)).toMatchObject({ shouldRenew: false });
  });

  it.each([
    [5.9, 5, false],
    [6, 5, true],
    [29, 5, true],
    [29, -1, false],
    [31, 5, false],
  ])('after %s minutes, active at %s, renews: %s', (minutes, active, shouldRenew) => {
    expect(at(minutes, {}, active).shouldRenew).toBe(shouldRenew);
  });

  it('renews its token at seven tenths of its life', () => {
    const token = { tokenEndsAt: 5 * MINUTE };
    expect([at(3.4, token).shouldRenew, at(3.5, token).shouldRenew]).toEqual([false, true]);
  });
});

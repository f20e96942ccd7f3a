/*
 * When to renew a session and when to warn of its end. Times are in milliseconds of the gateway's clock.
 */

export interface SessionTimes {
  /** When the gateway gave these times. */
  readonly readAt: number;
  /** The session ends here without activity. */
  readonly idleEndsAt: number;
  /** The session ends here in any case. */
  readonly endsAt: number;
  /** The end of the session's token; null without one. */
  readonly tokenEndsAt: number | null;
}

export interface SessionStep {
  /** The end within two minutes: `idle` moves with a click, `end` needs a new sign-in. */
  readonly warning: 'idle' | 'end' | null;
  readonly isOver: boolean;
  /** Whether to ask the gateway for a renewal. */
  readonly shouldRenew: boolean;
}

const WARN_BEFORE = 2 * 60_000;
/** Activity renews the session after this part of the idle time. */
const IDLE_PART = 0.2;
const TOKEN_PART = 0.7;

/** The action that is due at `now`; `activeAt` is the time of the last activity. */
export function sessionStep(times: SessionTimes, now: number, activeAt: number): SessionStep {
  const { readAt, idleEndsAt, endsAt, tokenEndsAt } = times;
  const left = Math.min(idleEndsAt, endsAt) - now;
  const isOver = left <= 0;
  const canBePutOff = idleEndsAt < endsAt;
  const isActive = activeAt > readAt && canBePutOff && now >= readAt + (idleEndsAt - readAt) * IDLE_PART;
  const isTokenDue = tokenEndsAt !== null && now >= readAt + (tokenEndsAt - readAt) * TOKEN_PART;
  return {
    warning: isOver || left > WARN_BEFORE ? null : canBePutOff ? 'idle' : 'end',
    isOver,
    shouldRenew: !isOver && (isActive || isTokenDue),
  };
}

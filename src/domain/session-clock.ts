/*
 * How long a person may go on, and what is due. The gateway decides; this says when to ask it and when to warn. Times
 * are in milliseconds, by the gateway's clock.
 */

export interface SessionTimes {
  /** When the gateway said all this. */
  readonly readAt: number;
  /** Without a sign of life until then, the session is over. */
  readonly idleEndsAt: number;
  /** Then it is over whatever happens. */
  readonly endsAt: number;
  /** When the token behind the session ends; null where the page has nothing to do with it. */
  readonly tokenEndsAt: number | null;
}

export interface SessionStep {
  /** What comes within two minutes: an end that a click puts off, or one that only signing in again does. */
  readonly warning: 'idle' | 'end' | null;
  readonly isOver: boolean;
  /** The gateway is to be asked to go on. */
  readonly shouldRenew: boolean;
}

const WARN_BEFORE = 2 * 60_000;
/** A sign of life is passed on once this part of the idle time is over. */
const IDLE_PART = 0.2;
const TOKEN_PART = 0.7;

/** What is due at a moment; `activeAt` is when the person last did something. */
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

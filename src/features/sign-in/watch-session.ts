import { sessionStep, type SessionStep } from '~/api/session/session-clock';
import { renewSession } from '~/api/session/sign-in';
import { signInGate } from '~/api/session/sign-in-gate';
import type { SignedInPerson } from '~/api/session/signed-in-person';

/** In milliseconds. */
const CHECK_INTERVAL = 10_000;
const ACTIVITY_EVENTS = ['pointerdown', 'keydown'] as const;

/** The time of the person's last activity by the gateway's clock, in milliseconds. */
let activeAt = 0;

interface SessionClock {
  /** The warning that is due. */
  readonly warning: () => SessionStep['warning'];
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches a session while it has a subscriber: renews it on activity, and asks for a new sign-in after its end. */
export function watchSession(session: SignedInPerson): SessionClock {
  const now = (): number => Date.now() + session.clockAhead;
  let warning: SessionStep['warning'] = null;
  let isAsking = false;

  const check = (): void => {
    const step = sessionStep(session, now(), activeAt);
    warning = step.warning;
    if (step.isOver) signInGate.begin();
    if (!step.shouldRenew || isAsking) return;
    isAsking = true;
    void renewOrAsk(activeAt > session.readAt).finally(() => (isAsking = false));
  };
  return {
    warning: () => warning,
    subscribe: (listener) => {
      const noteActivity = () => (activeAt = now());
      const checkAndShow = () => {
        check();
        listener();
      };
      checkAndShow();
      const timer = setInterval(checkAndShow, CHECK_INTERVAL);
      for (const event of ACTIVITY_EVENTS)
        addEventListener(event, noteActivity, { capture: true, passive: true });
      // Timers do not run while the machine sleeps.
      document.addEventListener('visibilitychange', checkAndShow);
      return () => {
        clearInterval(timer);
        for (const event of ACTIVITY_EVENTS) removeEventListener(event, noteActivity, { capture: true });
        document.removeEventListener('visibilitychange', checkAndShow);
      };
    },
  };
}

/** Renews the session; asks for a new sign-in when it is over. `isActive`: the person was active. */
export async function renewOrAsk(isActive: boolean): Promise<void> {
  if ((await renewSession(isActive)) === 'over') signInGate.begin();
}

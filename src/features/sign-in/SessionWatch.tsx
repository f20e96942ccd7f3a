import { useEffect, useRef, useState } from 'react';
import type { SignedInPerson } from '~/api/signed-in-person';
import { renewSession } from '~/api/sign-in';
import { signInNeed } from '~/api/sign-in-need';
import { sessionStep } from '~/domain/session-clock';
import { useFormats } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import { useSignInMessages } from './sign-in-messages';
import styles from './SignIn.module.css';

/** Often enough to warn in time, seldom enough to cost nothing. */
const LOOK_EVERY = 10_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown'] as const;

interface SessionWatchProps {
  readonly session: SignedInPerson;
  /** The session has been renewed. */
  readonly onChange: () => void;
}

/** Passes signs of life on to the gateway, warns before the session ends, and asks for a new sign-in when it has. */
export function SessionWatch({ session, onChange }: SessionWatchProps) {
  const words = useSignInMessages();
  const { time } = useFormats();
  const [warning, setWarning] = useState<'idle' | 'end' | null>(null);
  const activeAt = useRef(0);

  useEffect(() => {
    const now = (): number => Date.now() + session.clockAhead;
    let isAsking = false;
    const noteLife = () => (activeAt.current = now());
    const look = () => {
      const step = sessionStep(session, now(), activeAt.current);
      setWarning(step.warning);
      if (step.isOver) signInNeed.begin();
      if (!step.shouldRenew || isAsking) return;
      isAsking = true;
      void renew(activeAt.current > session.readAt, onChange).finally(() => (isAsking = false));
    };
    look();
    const timer = setInterval(look, LOOK_EVERY);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, noteLife, { capture: true, passive: true });
    // A machine that slept has missed its timers.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, noteLife, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [session, onChange]);

  if (warning === null) return null;
  const end = new Date(Math.min(session.idleEndsAt, session.endsAt) - session.clockAhead);
  return (
    <div className={styles['warning']}>
      <Notice
        tone="warning"
        title={warning === 'idle' ? words.warningIdle : words.warningEnd}
        announce="alert"
        actions={
          warning === 'idle' ? (
            <Button look="primary" onClick={() => void renew(true, onChange)}>
              {words.stay}
            </Button>
          ) : (
            <Button look="primary" onClick={() => signInNeed.begin()}>
              {words.againTitle}
            </Button>
          )
        }
      >
        <p>{words.endsIn(time(end))}</p>
      </Notice>
    </div>
  );
}

async function renew(isActive: boolean, onRenewed: () => void): Promise<void> {
  const renewal = await renewSession(isActive);
  if (renewal === 'over') signInNeed.begin();
  if (renewal === 'renewed') onRenewed();
}

import { useMemo, useSyncExternalStore } from 'react';
import type { SignedInPerson } from '~/api/session/signed-in-person';
import { signInGate } from '~/api/session/sign-in-gate';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';
import { renewOrAsk, watchSession } from './watch-session';
import styles from './SignIn.module.css';

/** Watches the session, and warns before its end. */
export function SessionWarning({ session }: { readonly session: SignedInPerson }) {
  const { signIn: messages } = useAllMessages();
  const { time } = useFormats();
  const clock = useMemo(() => watchSession(session), [session]);
  const warning = useSyncExternalStore(clock.subscribe, clock.warning);
  if (warning === null) return null;
  const end = new Date(Math.min(session.idleEndsAt, session.endsAt) - session.clockAhead);
  return (
    <div className={styles['warning']}>
      <Notice
        tone="warning"
        title={warning === 'idle' ? messages.warningIdle : messages.warningEnd}
        announce="alert"
        actions={
          warning === 'idle' ? (
            <Button variant="filled" onClick={() => void renewOrAsk(true)}>
              {messages.stay}
            </Button>
          ) : (
            <Button variant="filled" onClick={() => signInGate.begin()}>
              {messages.againTitle}
            </Button>
          )
        }
      >
        <p>{messages.endsIn(time(end))}</p>
      </Notice>
    </div>
  );
}

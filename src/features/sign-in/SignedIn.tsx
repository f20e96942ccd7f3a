import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { leavePage } from '~/api/session/gateway-session';
import { checkSignedIn } from '~/api/session/sign-in';
import { shownPerson } from '~/api/session/signed-in-person';
import { signInGate } from '~/api/session/sign-in-gate';
import { Button } from '@mantine/core';
import { endSession } from './end-session';
import { LeavingScreen } from './LeavingScreen';
import { SessionWarning } from './SessionWarning';
import { SignInSheet } from './SignInSheet';
import { onSignInMessage } from './sign-in-tabs';
import styles from './SignIn.module.css';

onSignInMessage((message) => {
  if (message === 'signed-out') void leavePage('/sign-in?out=yes');
  else void checkSignedIn();
});
// A sign-in in a window whose message did not come.
addEventListener('focus', () => signInGate.isNeeded() && void checkSignedIn());

/** The signed-in person, the sign-out, and the dialogs of an ending session. Nothing without sign-in. */
export function SignedIn() {
  const { signIn: messages } = useAllMessages();
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useSyncExternalStore(shownPerson.subscribe, shownPerson.current);
  const isNeeded = useSyncExternalStore(signInGate.subscribe, signInGate.isNeeded);
  const [leaving, setLeaving] = useState<'asking' | 'untold' | null>(null);

  /** Leaves the page first, which asks about unsaved text. A person who stays there stays signed in. */
  async function leave(): Promise<void> {
    await navigate({ to: '/sign-in', search: { out: 'yes' } });
    if (location.pathname !== '/sign-in') return;
    setLeaving('asking');
    await endSession(client, () => setLeaving('untold'));
  }

  if (!session || session.signIn === 'none') return null;
  return (
    <>
      {session.name !== null && (
        <span className={styles['person']}>
          <span className={styles['name']} title={messages.signedInAs(shownText(session.name))}>
            {shownText(session.name)}
          </span>
          <Button variant="subtle" onClick={() => void leave()}>
            {messages.signOut}
          </Button>
        </span>
      )}
      {session.name === null && !isNeeded && (
        <Button variant="subtle" onClick={() => signInGate.begin()}>
          {messages.title}
        </Button>
      )}
      {leaving && <LeavingScreen isUntold={leaving === 'untold'} />}
      {isNeeded && !leaving && <SignInSheet session={session} onCancel={() => signInGate.end(false)} />}
      {session.name !== null && !leaving && <SessionWarning session={session} />}
    </>
  );
}

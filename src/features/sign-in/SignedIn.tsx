import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { leavePage } from '~/api/session';
import { currentPerson, freshPerson, type SignedInPerson } from '~/api/signed-in-person';
import { signInNeed } from '~/api/sign-in-need';
import { Button } from '~/ui/Button';
import { LeavingScreen } from './LeavingScreen';
import { SessionWatch } from './SessionWatch';
import { SignInSheet } from './SignInSheet';
import { useSignInMessages } from './sign-in-messages';
import { listenToTabs } from './tabs';
import styles from './SignIn.module.css';

/** Who is signed in, the way out, and whatever a session that ends asks of the person. Nothing where nobody signs in. */
export function SignedIn() {
  const words = useSignInMessages();
  const navigate = useNavigate();
  const [session, setSession] = useState<SignedInPerson | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const isNeeded = useSyncExternalStore(signInNeed.subscribe, signInNeed.isNeeded);

  const learn = useCallback((present: SignedInPerson | null): void => {
    // A session that is over keeps its name: that is who is asked to sign in again.
    setSession((known) => (present?.name == null && known?.name != null ? known : present));
  }, []);
  const look = useCallback(() => void presentSession().then(learn), [learn]);

  useEffect(() => {
    void presentSession().then(learn);
    return listenToTabs((told) => {
      if (told === 'signed-out') void leavePage('/sign-in?out=yes');
      else void freshPerson().then(learn, () => undefined);
    });
  }, [learn]);

  // The session could not be read when the page came up, and is needed now.
  useEffect(() => {
    if (isNeeded) void presentSession().then(learn);
  }, [isNeeded, learn]);

  /** First off the page, which asks about text that is not saved; whoever stays on it stays signed in. */
  async function leave(): Promise<void> {
    await navigate({ to: '/sign-in', search: { out: 'yes' } });
    if (location.pathname === '/sign-in') setIsLeaving(true);
  }

  if (!session || session.signIn === 'none') return null;
  return (
    <>
      {session.name !== null && (
        <span className={styles['person']}>
          <span className={styles['name']} title={words.signedInAs(session.name)}>
            {session.name}
          </span>
          <Button look="quiet" onClick={() => void leave()}>
            {words.signOut}
          </Button>
        </span>
      )}
      {session.name === null && !isNeeded && (
        <Button look="quiet" onClick={() => signInNeed.begin()}>
          {words.title}
        </Button>
      )}
      {isLeaving && <LeavingScreen />}
      {isNeeded && !isLeaving && (
        <SignInSheet session={session} onSignedIn={look} onCancel={() => signInNeed.end(false)} />
      )}
      {session.name !== null && !isLeaving && <SessionWatch session={session} onChange={look} />}
    </>
  );
}

function presentSession(): Promise<SignedInPerson | null> {
  return currentPerson().catch(() => null);
}

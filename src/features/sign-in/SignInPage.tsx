import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { leavePage } from '~/api/session';
import { currentPerson, type SignedInPerson } from '~/api/signed-in-person';
import { signIn } from '~/api/sign-in';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';
import { Page } from '~/ui/Page';
import { GoToProvider } from './ProviderSignIn';
import { SignInForm } from './SignInForm';
import { useSignInMessages } from './sign-in-messages';
import { tellTabs } from './tabs';
import styles from './SignIn.module.css';

const DONE_ADDRESS = '/sign-in?done=yes';

/** Where people come from the company's sign-in when it is not done over a page, and where they are when they are out. */
export function SignInPage() {
  const { start, done, out, failed } = useSearch({ from: '/sign-in' });
  if (done !== undefined) return <Done />;
  if (start !== undefined) return <Start />;
  return <Out failed={failed} isOut={out !== undefined} />;
}

/** In a window of its own: on to the provider at once. */
function Start() {
  const words = useSignInMessages();
  const [isStuck, setIsStuck] = useState(false);
  useEffect(() => {
    const go = async (): Promise<void> => {
      const started = await signIn({ returnTo: DONE_ADDRESS });
      if (started.kind === 'elsewhere') location.replace(started.location);
      else setIsStuck(true);
    };
    void go();
  }, []);
  return (
    <Page title={words.title}>
      <div className={styles['narrow']}>
        {isStuck ? <GoToProvider returnTo={DONE_ADDRESS} /> : <p role="status">{words.going}</p>}
      </div>
    </Page>
  );
}

/** Back in that window: the page that waits is told, and this one closes where it may. */
function Done() {
  const words = useSignInMessages();
  useEffect(() => {
    tellTabs('signed-in');
    globalThis.close();
  }, []);
  return (
    <Page title={words.doneTitle} subtitle={words.doneText}>
      <div>
        <LinkButton to="/lines">{words.toDesk}</LinkButton>
      </div>
    </Page>
  );
}

function Out({ failed, isOut }: { readonly failed: string | undefined; readonly isOut: boolean }) {
  const words = useSignInMessages();
  const [session, setSession] = useState<SignedInPerson | null>(null);
  useEffect(() => {
    void currentPerson().then(setSession, () => undefined);
  }, []);
  const why = failed === 'not_allowed' || failed === 'expired' ? failed : 'failed';
  return (
    <Page title={isOut ? words.signedOutTitle : failed === undefined ? words.title : words.failedTitle}>
      <div className={`${styles['narrow']} ${styles['form']}`}>
        {isOut && <p>{words.signedOutText}</p>}
        {failed !== undefined && <Notice tone="bad">{words.failed[why]}</Notice>}
        {session?.signIn === 'account' && (
          <SignInForm
            onSignedIn={() => {
              tellTabs('signed-in');
              // A new document, as after the company's sign-in: this one has learnt that nobody is here.
              void leavePage('/lines');
            }}
          />
        )}
        {session?.signIn === 'oidc' && <GoToProvider returnTo="/lines" />}
        {session?.signIn === 'none' && <LinkButton to="/lines">{words.toDesk}</LinkButton>}
      </div>
    </Page>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { Suspense, use, useCallback, useEffect, useSyncExternalStore } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { leavePage } from '~/api/session/gateway-session';
import { shownPerson } from '~/api/session/signed-in-person';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/feedback/Notice';
import { Page } from '~/ui/Page';
import { DONE_HREF } from './enter-sign-in';
import { GoToProvider } from './ProviderSignIn';
import { SignInForm } from './SignInForm';
import { returnPath } from './return-path';
import { onSignedInElsewhere, postSignInMessage } from './sign-in-tabs';
import styles from './SignIn.module.css';

const route = getRouteApi('/sign-in');

/** The page of a sign-in outside the dialog, and of a signed-out person. */
export function SignInPage() {
  const { start, done, out, failed, next } = route.useSearch();
  if (done !== undefined) return <Done />;
  if (start !== undefined) return <Start />;
  return <Out failed={failed} isOut={out !== undefined} returnTo={returnPath(next, location.origin)} />;
}

/** In a window of its own: the sign-in starts at once. */
function Start() {
  const { signIn: messages } = useAllMessages();
  const { stuck } = route.useLoaderData();
  return (
    <Page title={messages.title}>
      <div className={styles['narrow']}>
        <Suspense fallback={<p role="status">{messages.going}</p>}>
          <StartByHand stuck={stuck} />
        </Suspense>
      </div>
    </Page>
  );
}

function StartByHand({ stuck }: { readonly stuck: Promise<void> }) {
  use(stuck);
  return <GoToProvider returnTo={DONE_HREF} />;
}

/** The end in that window, where the browser does not close it. */
function Done() {
  const { signIn: messages } = useAllMessages();
  return (
    <Page title={messages.doneTitle} subtitle={messages.doneText}>
      <div>
        <LinkButton to="/lines">{messages.toDesk}</LinkButton>
      </div>
    </Page>
  );
}

interface OutProps {
  readonly failed: string | undefined;
  readonly isOut: boolean;
  readonly returnTo: string;
}

function Out({ failed, isOut, returnTo }: OutProps) {
  const { signIn: messages } = useAllMessages();
  const session = useSyncExternalStore(shownPerson.subscribe, shownPerson.current);
  // A new document: this one was loaded without a session.
  const leaveSignedIn = useCallback(() => void leavePage(returnTo), [returnTo]);
  useEffect(() => onSignedInElsewhere(leaveSignedIn), [leaveSignedIn]);
  const why = failed !== undefined && isFailure(failed, messages.failed) ? failed : 'failed';
  return (
    <Page
      title={isOut ? messages.signedOutTitle : failed === undefined ? messages.title : messages.failedTitle}
    >
      <div className={`${styles['narrow']} ${styles['form']}`}>
        {isOut && <p>{messages.signedOutText}</p>}
        {failed !== undefined && <Notice tone="bad">{messages.failed[why]}</Notice>}
        {session?.signIn === 'account' && (
          <SignInForm
            onSignedIn={() => {
              postSignInMessage('signed-in');
              leaveSignedIn();
            }}
          />
        )}
        {session?.signIn === 'oidc' && <GoToProvider returnTo={returnTo} />}
        {session?.signIn === 'none' && <LinkButton to="/lines">{messages.toDesk}</LinkButton>}
      </div>
    </Page>
  );
}

function isFailure<T extends object>(failed: string, texts: T): failed is string & keyof T {
  return Object.hasOwn(texts, failed);
}

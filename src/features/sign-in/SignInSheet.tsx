import { useEffect } from 'react';
import { noticeSignIn } from '~/api/sign-in';
import type { SignedInPerson } from '~/api/signed-in-person';
import { Dialog } from '~/ui/Dialog';
import { GoToProvider, OpenProvider } from './ProviderSignIn';
import { SignInForm } from './SignInForm';
import { useSignInMessages } from './sign-in-messages';
import { listenToTabs, tellTabs } from './tabs';

interface SignInSheetProps {
  /** How people sign in here, and who was signed in when this page was last told. */
  readonly session: SignedInPerson;
  readonly onSignedIn: () => void;
  readonly onCancel: () => void;
}

/** The sign-in, laid over the page: nothing under it is lost, and the focus goes back to where it was. */
export function SignInSheet({ session, onSignedIn, onCancel }: SignInSheetProps) {
  const words = useSignInMessages();
  const isAgain = session.name !== null;

  useEffect(() => {
    const look = () => void noticeSignIn().then((isIn) => isIn && onSignedIn());
    const stop = listenToTabs((told) => told === 'signed-in' && look());
    addEventListener('focus', look);
    return () => {
      stop();
      removeEventListener('focus', look);
    };
  }, [onSignedIn]);

  return (
    <Dialog title={isAgain ? words.againTitle : words.title} onClose={onCancel}>
      <p>{isAgain ? words.againText : words.firstText}</p>
      {session.signIn === 'account' ? (
        <SignInForm
          onCancel={onCancel}
          onSignedIn={() => {
            tellTabs('signed-in');
            void noticeSignIn().then(onSignedIn);
          }}
        />
      ) : isAgain ? (
        <OpenProvider onCancel={onCancel} />
      ) : (
        <GoToProvider returnTo={location.pathname + location.search} onCancel={onCancel} />
      )}
    </Dialog>
  );
}

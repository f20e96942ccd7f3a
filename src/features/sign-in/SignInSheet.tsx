import { useAllMessages } from '~/i18n/I18nProvider';
import { checkSignedIn } from '~/api/session/sign-in';
import type { SignedInPerson } from '~/api/session/signed-in-person';
import { Dialog } from '~/ui/dialogs/Dialog';
import { GoToProvider, OpenProvider } from './ProviderSignIn';
import { SignInForm } from './SignInForm';
import { postSignInMessage } from './sign-in-tabs';

interface SignInSheetProps {
  /** The session as read last. */
  readonly session: SignedInPerson;
  readonly onCancel: () => void;
}

/** The sign-in in a dialog over the page, which keeps its state and its focus. */
export function SignInSheet({ session, onCancel }: SignInSheetProps) {
  const { signIn: messages } = useAllMessages();
  const isReauthentication = session.name !== null;

  return (
    <Dialog title={isReauthentication ? messages.againTitle : messages.title} onClose={onCancel}>
      <p>{isReauthentication ? messages.againText : messages.firstText}</p>
      {session.signIn === 'account' ? (
        <SignInForm
          onCancel={onCancel}
          onSignedIn={() => {
            postSignInMessage('signed-in');
            void checkSignedIn();
          }}
        />
      ) : isReauthentication ? (
        <OpenProvider onCancel={onCancel} />
      ) : (
        <GoToProvider returnTo={location.pathname + location.search} onCancel={onCancel} />
      )}
    </Dialog>
  );
}

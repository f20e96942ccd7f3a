import { useSyncExternalStore } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { proxySignIn } from '~/api/transport/gateway-mark';
import { Dialog } from '~/ui/dialogs/Dialog';
import styles from './SignIn.module.css';

/** Covers the page from the click on Sign out. `isUntold`: the gateway does not answer. */
export function LeavingScreen({ isUntold }: { readonly isUntold: boolean }) {
  const { signIn: messages, errors } = useAllMessages();
  const isProxySignInNeeded = useSyncExternalStore(proxySignIn.subscribe, proxySignIn.isNeeded);
  return (
    <Dialog title={isUntold ? messages.signedOut : messages.signOut} onClose={() => undefined}>
      <div className={styles['left']}>
        {isUntold ? <p role="alert">{messages.serverUntold}</p> : <p role="status">{messages.leaving}</p>}
        {isProxySignInNeeded && <p role="alert">{errors['proxy-sign-in']}</p>}
      </div>
    </Dialog>
  );
}

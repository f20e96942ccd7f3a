import { useSyncExternalStore } from 'react';
import { proxySignIn } from '~/api/transport/gateway-mark';
import { useAllMessages } from '~/i18n/I18nProvider';
import { ReloadNotice } from './ReloadNotice';

/** For a proxy before the gateway that wants a new sign-in: only a document can show its form. */
export function ProxySignInNotice() {
  const { proxySignIn: messages } = useAllMessages();
  const isNeeded = useSyncExternalStore(proxySignIn.subscribe, proxySignIn.isNeeded);
  return isNeeded && <ReloadNotice tone="warning" announce="alert" messages={messages} />;
}

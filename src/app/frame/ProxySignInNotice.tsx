import { useSyncExternalStore } from 'react';
import { leavePage } from '~/api/session/gateway-session';
import { proxySignIn } from '~/api/transport/gateway-mark';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';
import { ReloadedInput } from './ReloadedInput';
import styles from './VersionNotice.module.css';

/** Offers to reload the page where a proxy before the gateway wants a new sign-in: only a document can show its form. */
export function ProxySignInNotice() {
  const { proxySignIn: messages, shell } = useAllMessages();
  const isNeeded = useSyncExternalStore(proxySignIn.subscribe, proxySignIn.isNeeded);
  if (!isNeeded) return null;
  return (
    <div className={styles['corner']}>
      <Notice
        tone="warning"
        title={messages.title}
        announce="alert"
        actions={
          <Button variant="filled" onClick={() => void leavePage()}>
            {shell.reload}
          </Button>
        }
      >
        <p>{messages.text}</p>
        <ReloadedInput />
      </Notice>
    </div>
  );
}

import { useState } from 'react';
import { leavePage } from '~/api/session/gateway-session';
import { useIsOldPage } from '~/api/session/page-version';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';
import { ReloadedInput } from './ReloadedInput';
import styles from './VersionNotice.module.css';

/** Offers to reload a page of an earlier version. */
export function VersionNotice() {
  const { newVersion, common, shell } = useAllMessages();
  const isOld = useIsOldPage();
  const [isClosed, setIsClosed] = useState(false);
  if (!isOld || isClosed) return null;
  return (
    <div className={styles['corner']}>
      <Notice
        tone="neutral"
        title={newVersion.title}
        announce="status"
        actions={
          <>
            <Button variant="filled" onClick={() => void leavePage()}>
              {shell.reload}
            </Button>
            <Button onClick={() => setIsClosed(true)}>{common.close}</Button>
          </>
        }
      >
        <p>{newVersion.text}</p>
        <ReloadedInput />
      </Notice>
    </div>
  );
}

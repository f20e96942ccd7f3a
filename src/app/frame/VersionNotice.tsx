import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIsOldPage } from '~/api/session/page-version';
import { useAllMessages } from '~/i18n/I18nProvider';
import { ReloadNotice } from './ReloadNotice';

/** For a page of an earlier version. */
export function VersionNotice() {
  const { newVersion, common } = useAllMessages();
  const isOld = useIsOldPage();
  const [isClosed, setIsClosed] = useState(false);
  if (!isOld || isClosed) return null;
  const close = <Button onClick={() => setIsClosed(true)}>{common.close}</Button>;
  return <ReloadNotice tone="neutral" announce="status" messages={newVersion} otherAction={close} />;
}

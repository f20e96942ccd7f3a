import { useSyncExternalStore } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { arePartsMissing } from '~/ui/lazy-part';
import { Notice } from './Notice';

/** Says that code of the page could not be loaded. What is on the screen goes on. */
export function MissingPartNotice() {
  const { shell } = useMessages();
  const areThere = useSyncExternalStore(arePartsMissing.subscribe, arePartsMissing.get);
  if (!areThere) return null;
  return (
    <Notice
      tone="warning"
      announce="alert"
      actions={<Button onClick={() => location.reload()}>{shell.reload}</Button>}
    >
      <p>{shell.partMissing}</p>
    </Notice>
  );
}

import { useState } from 'react';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';

/** Warns that another tab has unsaved text of the line; the person may continue. */
export function OpenInOtherTab({ since }: { readonly since: number }) {
  const { keptText } = useEditorMessages();
  const { dateTime } = useFormats();
  const [isGoingOn, setIsGoingOn] = useState(false);
  if (isGoingOn) return null;
  return (
    <Notice
      tone="warning"
      title={keptText.elsewhereTitle}
      announce="alert"
      actions={<Button onClick={() => setIsGoingOn(true)}>{keptText.goOn}</Button>}
    >
      <p>{keptText.elsewhereText(dateTime(new Date(since).toISOString()))}</p>
    </Notice>
  );
}

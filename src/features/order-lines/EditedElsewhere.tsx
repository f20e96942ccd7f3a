import { useState } from 'react';
import { useFormats } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';

/** Says that the same line has unsaved text in another tab of this browser; a person may go on all the same. */
export function EditedElsewhere({ since }: { readonly since: number }) {
  const { keptText } = useUnsavedMessages();
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

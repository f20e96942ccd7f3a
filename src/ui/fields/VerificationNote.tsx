import { Suspense } from 'react';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';

/** While it is proved what became of something that was sent: says so, and since when. Nothing when `since` is null. */
export function VerificationNote({ since }: { readonly since: Date | null }) {
  return (
    since && (
      <Suspense>
        <Checking since={since} />
      </Suspense>
    )
  );
}

function Checking({ since }: { readonly since: Date }) {
  const { checkingWrite } = useEditorMessages();
  const { time } = useFormats();
  return (
    <Notice tone="warning" announce="status">
      <p>{checkingWrite(time(since))}</p>
    </Notice>
  );
}

import { Suspense } from 'react';
import { useSaveStatus } from '~/features/order-lines/edit-state/use-line-editor';
import { LazySaveOutcomeNotice } from '~/features/order-lines/conflicts/lazy';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { VerificationNote } from '~/ui/fields/VerificationNote';
import { focusNotice } from '~/ui/keyboard/focus-notice';
import { LazyServerErrorSummary } from './lazy';

/** What became of the last save. What is to be read now takes the focus when it appears. */
export function SaveResult() {
  const { linePage } = useEditorMessages();
  const { attempt, verifyingSince, outcome, errors } = useSaveStatus();
  return (
    <>
      <VerificationNote since={verifyingSince} />
      {outcome?.kind === 'failed' && !errors && (
        <div key={attempt} tabIndex={-1} ref={focusNotice}>
          <FailureNotice error={outcome.error} of="write" title={linePage.summaryTitle} />
        </div>
      )}
      <Suspense>{errors && <LazyServerErrorSummary key={attempt} errors={errors} />}</Suspense>
      <Suspense>
        {outcome && 'line' in outcome && outcome.kind !== 'no-longer-draft' && (
          <LazySaveOutcomeNotice key={attempt} outcome={outcome} />
        )}
      </Suspense>
    </>
  );
}

import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Suspense, useState } from 'react';
import { Button } from '@mantine/core';
import { LazyAutosaveFailure } from '~/features/order-lines/unsaved/lazy';
import { LazyDiscardDialog } from '~/features/order-lines/unsaved/orphaned/lazy';
import { focusFallback } from '~/ui/keyboard/focus-refs';
import {
  useLineEditor,
  useSavedLine,
  useSaveStatus,
  useUnsavedCount,
} from '~/features/order-lines/edit-state/use-line-editor';
import styles from './LineForm.module.css';

interface SaveBarProps {
  /** Moves the focus to the message of a failed save, which may be out of sight. */
  readonly onSeeOutcome: () => void;
}

/** The number of unsaved fields, with Save and Discard. */
export function SaveBar({ onSeeOutcome }: SaveBarProps) {
  const { common, linePage } = useEditorMessages();
  const { time } = useFormats();
  const editor = useLineEditor();
  const { isSaving, outcome, autosaveFailure } = useSaveStatus();
  const count = useUnsavedCount();
  const isNew = useSavedLine() === null;
  const status = outcome?.kind === 'saved' ? linePage.saved(time(outcome.at)) : '';
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className={styles['bar']} tabIndex={-1} ref={focusFallback}>
      <Suspense>{autosaveFailure && <LazyAutosaveFailure failure={autosaveFailure} />}</Suspense>
      <p role="status">{isSaving ? common.saving : count > 0 ? linePage.unsaved(count) : status}</p>
      {outcome && outcome.kind !== 'saved' && (
        <Button variant="subtle" onClick={onSeeOutcome}>
          {linePage.seeOutcome}
        </Button>
      )}
      {count > 0 && (
        <Button disabled={isSaving} onClick={() => setIsAsking(true)}>
          {common.discardChanges}
        </Button>
      )}
      <Button variant="filled" type="submit" aria-disabled={isSaving || (count === 0 && !isNew)}>
        {common.save}
      </Button>
      <Suspense>
        {isAsking && (
          <LazyDiscardDialog
            count={count}
            onClose={() => setIsAsking(false)}
            onDiscard={() => editor.discard()}
          />
        )}
      </Suspense>
    </div>
  );
}

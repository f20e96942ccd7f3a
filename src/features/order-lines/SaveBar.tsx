import { useAllMessages } from '~/i18n/I18nProvider';
import { Suspense, useRef, useState } from 'react';
import { Button } from '~/ui/Button';
import type { Keeping } from '~/kept/keeper';
import { DiscardDialog, KeepingTrouble } from './later-screens';
import { useFocusStays } from '~/ui/use-focus-stays';
import { useUnsavedCount } from './line-edit';
import styles from './LineForm.module.css';

interface SaveBarProps {
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly status: string | undefined;
  /** Why what is typed is not kept on this computer. */
  readonly trouble: Keeping['trouble'];
  readonly onDiscard: () => void;
  /** Where the last save has not ended well: leads to what is said of it, which may be out of sight. */
  readonly onSeeOutcome?: () => void;
}

/** What is not saved yet, and the two ways out of it. */
export function SaveBar({ isNew, isSaving, status, trouble, onDiscard, onSeeOutcome }: SaveBarProps) {
  const { common, linePage } = useAllMessages();
  const count = useUnsavedCount();
  const [isAsking, setIsAsking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  useFocusStays(bar);
  return (
    <div className={styles['bar']} tabIndex={-1} ref={bar}>
      <Suspense>{trouble && <KeepingTrouble trouble={trouble} />}</Suspense>
      <p role="status">{isSaving ? common.saving : count > 0 ? linePage.unsaved(count) : (status ?? '')}</p>
      {onSeeOutcome && !isSaving && (
        <Button look="quiet" onClick={onSeeOutcome}>
          {linePage.seeOutcome}
        </Button>
      )}
      {count > 0 && (
        <Button disabled={isSaving} onClick={() => setIsAsking(true)}>
          {common.discardChanges}
        </Button>
      )}
      <Button look="primary" type="submit" aria-disabled={isSaving || (count === 0 && !isNew)}>
        {common.save}
      </Button>
      <Suspense>
        {isAsking && <DiscardDialog count={count} onClose={() => setIsAsking(false)} onDiscard={onDiscard} />}
      </Suspense>
    </div>
  );
}

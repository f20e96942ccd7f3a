import { useAllMessages } from '~/i18n/I18nProvider';
import { Suspense, useState } from 'react';
import { Button } from '~/ui/Button';
import type { Keeping } from '~/kept/keeper';
import { DiscardDialog, KeepingTrouble } from './later-screens';
import { useUnsavedCount } from './line-edit';
import styles from './LineForm.module.css';

interface SaveBarProps {
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly status: string | undefined;
  /** Why what is typed is not kept on this computer. */
  readonly trouble: Keeping['trouble'];
  readonly onDiscard: () => void;
}

/** What is not saved yet, and the two ways out of it. */
export function SaveBar({ isNew, isSaving, status, trouble, onDiscard }: SaveBarProps) {
  const { common, linePage } = useAllMessages();
  const count = useUnsavedCount();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <div className={styles['bar']}>
      <Suspense>{trouble && <KeepingTrouble trouble={trouble} />}</Suspense>
      <p role="status">{isSaving ? common.saving : count > 0 ? linePage.unsaved(count) : (status ?? '')}</p>
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

import { useAllMessages } from '~/i18n/I18nProvider';
import { useState } from 'react';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { useLineEdit } from './line-edit';
import styles from './LineForm.module.css';

interface SaveBarProps {
  readonly isNew: boolean;
  readonly isSaving: boolean;
  readonly status: string | undefined;
  readonly onDiscard: () => void;
}

/** What is not saved yet, and the two ways out of it. */
export function SaveBar({ isNew, isSaving, status, onDiscard }: SaveBarProps) {
  const { common, linePage, discardDialog } = useAllMessages();
  const { changed } = useLineEdit();
  const [isAsking, setIsAsking] = useState(false);
  const count = changed.length;
  return (
    <div className={styles['bar']}>
      <p role="status">{isSaving ? common.saving : count > 0 ? linePage.unsaved(count) : (status ?? '')}</p>
      {count > 0 && (
        <Button disabled={isSaving} onClick={() => setIsAsking(true)}>
          {common.discardChanges}
        </Button>
      )}
      <Button look="primary" type="submit" aria-disabled={isSaving || (count === 0 && !isNew)}>
        {common.save}
      </Button>
      {isAsking && (
        <Dialog title={discardDialog.title} onClose={() => setIsAsking(false)}>
          <p>{discardDialog.text(count)}</p>
          <DialogActions>
            <Button onClick={() => setIsAsking(false)}>{common.cancel}</Button>
            <Button
              look="danger"
              onClick={() => {
                setIsAsking(false);
                onDiscard();
              }}
            >
              {discardDialog.discard}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  );
}

import { useEffect } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { useSavedLine, useUnsavedCount } from './line-edit';

interface LeaveDialogProps {
  /** A save is under way: this one, or one that was asked for before. */
  readonly isSaving: boolean;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

/** Asks what becomes of unsaved text when its page is left; leaves when nothing is unsaved any more. */
export function LeaveDialog({ isSaving, onStay, onDiscard, onSave, onLeave }: LeaveDialogProps) {
  const { common } = useMessages();
  const { leaveDialog } = useUnsavedMessages();
  const count = useUnsavedCount();
  const isNew = useSavedLine() === null;
  useEffect(() => {
    if (count === 0) onLeave();
  }, [count, onLeave]);
  if (count === 0) return null;
  return (
    <Dialog title={isSaving ? leaveDialog.savingTitle : leaveDialog.title} onClose={onStay}>
      <p role="status">{isSaving ? leaveDialog.saving : leaveDialog.text(count)}</p>
      {isSaving && !isNew && <p>{leaveDialog.keptMeanwhile}</p>}
      <DialogActions>
        <Button onClick={onStay}>{leaveDialog.stay}</Button>
        {!isSaving && (
          <Button look="danger" onClick={onDiscard}>
            {leaveDialog.discard}
          </Button>
        )}
        {/* Text of a new line that is kept would be offered as one that is still to be made. */}
        {isSaving && !isNew && <Button onClick={onLeave}>{leaveDialog.leave}</Button>}
        <Button
          look="primary"
          aria-disabled={isSaving}
          onClick={() => {
            if (!isSaving) onSave();
          }}
        >
          {isSaving ? common.saving : leaveDialog.save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

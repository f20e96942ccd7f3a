import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';

interface LeaveDialogProps {
  /** How many fields are not saved. */
  readonly count: number;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** Asks what becomes of unsaved text when its page is left. */
export function LeaveDialog({ count, onStay, onDiscard, onSave }: LeaveDialogProps) {
  const { leaveDialog } = useUnsavedMessages();
  return (
    <Dialog title={leaveDialog.title} onClose={onStay}>
      <p>{leaveDialog.text(count)}</p>
      <DialogActions>
        <Button onClick={onStay}>{leaveDialog.stay}</Button>
        <Button look="danger" onClick={onDiscard}>
          {leaveDialog.discard}
        </Button>
        <Button look="primary" onClick={onSave}>
          {leaveDialog.save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { useMessages } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';

interface DiscardDialogProps {
  /** How many fields were typed in. */
  readonly count: number;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before typed text is thrown away. */
export function DiscardDialog({ count, onClose, onDiscard }: DiscardDialogProps) {
  const { common } = useMessages();
  const { discardDialog } = useUnsavedMessages();
  return (
    <Dialog title={discardDialog.title} onClose={onClose}>
      <p>{discardDialog.text(count)}</p>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          look="danger"
          onClick={() => {
            onClose();
            onDiscard();
          }}
        >
          {discardDialog.discard}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

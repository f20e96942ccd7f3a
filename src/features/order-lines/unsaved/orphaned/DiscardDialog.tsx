import { useEditorMessages, useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';

interface DiscardDialogProps {
  /** How many fields were typed in. */
  readonly count: number;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before typed text is thrown away. */
export function DiscardDialog({ count, onClose, onDiscard }: DiscardDialogProps) {
  const { common } = useMessages();
  const { discardDialog } = useEditorMessages();
  return (
    <Dialog title={discardDialog.title} onClose={onClose}>
      <p>{discardDialog.text(count)}</p>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          variant="outline"
          color="bad"
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

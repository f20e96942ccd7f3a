import { Button } from '@mantine/core';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';

interface LoseEditsDialogProps {
  readonly title: string;
  /** What loses the edits, as its button says it. */
  readonly action: string;
  readonly count: number;
  readonly onStay: () => void;
  readonly onLose: () => void;
}

/** Asks before edits of rows are lost. They are nowhere stored. */
export function LoseEditsDialog({ title, action, count, onStay, onLose }: LoseEditsDialogProps) {
  const { importing } = useAllMessages();
  return (
    <Dialog title={title} onClose={onStay}>
      <p>{importing.leaveText(count)}</p>
      <DialogActions>
        <Button onClick={onStay}>{importing.stay}</Button>
        <Button variant="outline" color="bad" onClick={onLose}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

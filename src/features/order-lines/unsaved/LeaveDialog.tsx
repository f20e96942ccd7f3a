import { useEffect } from 'react';
import { usePageInput } from '~/autosave/page-input-status';
import { useEditorMessages, useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import {
  useLineEditor,
  useSavedLine,
  useSaveStatus,
  useUnsavedCount,
} from '~/features/order-lines/edit-state/use-line-editor';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onSave: () => void;
  readonly onLeave: () => void;
}

/** Asks before a page with unsaved text is left; leaves once nothing is unsaved. */
export function LeaveDialog({ onStay, onSave, onLeave }: LeaveDialogProps) {
  const { common } = useMessages();
  const { leaveDialog } = useEditorMessages();
  const editor = useLineEditor();
  const { isSaving } = useSaveStatus();
  const count = useUnsavedCount();
  const isNew = useSavedLine() === null;
  const isStored = usePageInput() === 'stored';
  useEffect(() => {
    if (count === 0) onLeave();
  }, [count, onLeave]);
  if (count === 0) return null;
  return (
    <Dialog title={isSaving ? leaveDialog.savingTitle : leaveDialog.title} onClose={onStay}>
      <p role="status">{isSaving ? leaveDialog.saving : leaveDialog.text(count)}</p>
      {isSaving && !isNew && isStored && <p>{leaveDialog.keptMeanwhile}</p>}
      <DialogActions>
        <Button onClick={onStay}>{leaveDialog.stay}</Button>
        {!isSaving && (
          <Button variant="outline" color="bad" onClick={() => editor.discard()}>
            {leaveDialog.discard}
          </Button>
        )}
        {/* Stored text of a new line would be offered again as one still to create. */}
        {isSaving && !isNew && <Button onClick={onLeave}>{leaveDialog.leave}</Button>}
        <Button
          variant="filled"
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

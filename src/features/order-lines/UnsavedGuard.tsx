import { useBlocker } from '@tanstack/react-router';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { useLineEdit } from './line-edit';

/** Leaving with unsaved text by link, Back or closing the tab always asks first. */
export function UnsavedGuard({ onSave }: { readonly onSave: () => Promise<boolean> }) {
  const { leaveDialog } = useAllMessages();
  const { changed } = useLineEdit();
  const isUnsaved = changed.length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;

  const saveAndLeave = async () => {
    if (await onSave()) blocker.proceed();
    else blocker.reset();
  };
  return (
    <Dialog title={leaveDialog.title} onClose={blocker.reset}>
      <p>{leaveDialog.text(changed.length)}</p>
      <DialogActions>
        <Button onClick={blocker.reset}>{leaveDialog.stay}</Button>
        <Button look="danger" onClick={blocker.proceed}>
          {leaveDialog.discard}
        </Button>
        <Button look="primary" onClick={() => void saveAndLeave()}>
          {leaveDialog.save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

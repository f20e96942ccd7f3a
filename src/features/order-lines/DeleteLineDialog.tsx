import type { OrderLine } from '~/contract/order-line';
import { useDeleteLine } from '~/api/line-deletion';
import { lineReference } from '~/domain/references';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { CheckingNote } from '~/ui/CheckingNote';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { FailureNotice } from '~/ui/FailureNotice';
import { Notice } from '~/ui/Notice';
import { lineName } from './LineName';

interface DeleteLineDialogProps {
  readonly line: OrderLine;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Names the line that goes, and checks that it went. */
export function DeleteLineDialog({ line, onClose, onDeleted }: DeleteLineDialogProps) {
  const messages = useAllMessages();
  const { linePage, common } = messages;
  const deletion = useDeleteLine(line.product_order_id);
  // Two lines of a cart may bear the same names.
  const reference = lineReference(line)?.value ?? '';
  const remove = () => {
    deletion.mutate(line.id, {
      onSuccess: ({ isGone, othersGone }) => isGone && othersGone === 0 && onDeleted(),
    });
  };
  return (
    <Dialog title={linePage.removeTitle} onClose={onClose}>
      <p>
        {linePage.removeText(
          [lineName(line, messages), line.external_id, reference]
            .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
            .join(' · '),
        )}
      </p>
      <CheckingNote since={deletion.checkingSince} />
      {deletion.error && <FailureNotice error={deletion.error} of="write" />}
      {deletion.data?.isGone === false && (
        <Notice tone="warning" announce="alert">
          <p>{linePage.notRemoved}</p>
        </Notice>
      )}
      {deletion.data !== undefined && deletion.data.othersGone > 0 && (
        <Notice tone="bad" announce="alert">
          <p>{linePage.othersRemoved(deletion.data.othersGone)}</p>
        </Notice>
      )}
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button look="danger" disabled={deletion.isPending} onClick={remove}>
          {deletion.isPending ? linePage.removing : linePage.remove}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { OrderLine } from '~/contract/order-line';
import { useDeleteLine } from '~/api/mutations/line-deletion';
import { cartQueries } from '~/api/read/carts';
import { lineReference } from '~/domain/lines/references';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button } from '@mantine/core';
import { VerificationNote } from '~/ui/fields/VerificationNote';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Notice } from '~/ui/feedback/Notice';
import { lineName } from '~/features/order-lines/display/LineName';

interface DeleteLineDialogProps {
  readonly line: OrderLine;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Names the line that goes, and checks that it went. */
export function DeleteLineDialog({ line, onClose, onDeleted }: DeleteLineDialogProps) {
  const messages = useEditorMessages();
  const { linePage, common } = messages;
  const deletion = useDeleteLine(line.product_order_id);
  // Read while the person decides: the deletion compares the cart with it, and waits for nothing.
  useQuery({
    ...cartQueries.detail(line.product_order_id),
    enabled: deletion.isIdle && line.product_order_id !== '',
  });
  // Two lines of a cart may bear the same names.
  const reference = shownText(lineReference(line)?.value ?? '');
  const remove = () => {
    deletion.mutate(line, {
      onSuccess: ({ isGone, othersGone }) => isGone && othersGone === 0 && onDeleted(),
    });
  };
  return (
    <Dialog title={linePage.removeTitle} onClose={onClose}>
      <p>
        {linePage.removeText(
          [lineName(line, messages), shownText(line.external_id), reference]
            .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
            .join(' · '),
        )}
      </p>
      <VerificationNote since={deletion.checkingSince} />
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
        <Button variant="outline" color="bad" disabled={deletion.isPending} onClick={remove}>
          {deletion.isPending ? linePage.removing : linePage.remove}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import { lineQueries } from '~/api/read/order-lines';
import { DuplicateLineDialog } from '~/features/order-lines/page/actions/DuplicateLineDialog';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Loading } from '~/ui/feedback/Loading';

interface DuplicateRowProps {
  readonly lineId: string;
  readonly onClose: () => void;
}

/** Duplicates a line of a cart. Its detail is read first: what the cart leaves out of it comes along too. */
export function DuplicateRow({ lineId, onClose }: DuplicateRowProps) {
  const { linePage, common } = useAllMessages();
  const { data: line, error, refetch } = useQuery(lineQueries.detail(lineId));
  if (line) return <DuplicateLineDialog line={line} onClose={onClose} />;
  return (
    <Dialog title={linePage.duplicate} onClose={onClose}>
      {error ? <FailureNotice error={error} of="read" onRetry={() => void refetch()} /> : <Loading />}
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OrderLineSummary } from '~/contract/order-line';
import { lineName } from '~/features/order-lines/display/LineName';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import styles from './SelectedCartsDialog.module.css';

interface SelectedCartsDialogProps {
  readonly lines: readonly OrderLineSummary[];
  readonly onClose: () => void;
}

/** The carts of the ticked lines, each a link: a browser opens many tabs only when each is asked for. */
export function SelectedCartsDialog({ lines, onClose }: SelectedCartsDialogProps) {
  const messages = useAllMessages();
  const carts = [...Map.groupBy(lines, (line) => line.product_order_id)].filter(([cartId]) => cartId !== '');
  return (
    <Dialog title={messages.selection.carts} onClose={onClose}>
      <ul className={styles['carts']}>
        {carts.map(([cartId, ofCart]) => (
          <li key={cartId}>
            <Link to="/carts/$cartId" params={{ cartId }} onClick={onClose}>
              {ofCart.map((line) => lineName(line, messages)).join(', ')}
            </Link>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>{messages.common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

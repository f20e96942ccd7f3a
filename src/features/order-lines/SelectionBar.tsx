import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { OrderLineSummary } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { clearSelection } from './line-selection';
import { lineName } from './LineName';
import styles from './SelectionBar.module.css';

const ExportLines = lazy(() => import('./ExportLines').then(({ ExportLines }) => ({ default: ExportLines })));

interface SelectionBarProps {
  readonly selected: ReadonlyMap<string, OrderLineSummary>;
}

/** What can be done with the ticked lines, however many pages they come from. */
export function SelectionBar({ selected }: SelectionBarProps) {
  const { selection } = useAllMessages();
  const [isShowingCarts, setIsShowingCarts] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  return (
    <div className={styles['bar']} role="region" aria-label={selection.count(selected.size)}>
      <strong role="status">{selection.count(selected.size)}</strong>
      <Button onClick={() => setIsExporting(true)}>{selection.exportAll}</Button>
      <Button onClick={() => setIsShowingCarts(true)}>{selection.openCarts}</Button>
      <Button look="quiet" onClick={clearSelection}>
        {selection.clear}
      </Button>
      {isExporting && (
        <Suspense>
          <ExportLines of={{ lines: [...selected.values()] }} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
      {isShowingCarts && (
        <CartsDialog lines={[...selected.values()]} onClose={() => setIsShowingCarts(false)} />
      )}
    </div>
  );
}

interface CartsDialogProps {
  readonly lines: readonly OrderLineSummary[];
  readonly onClose: () => void;
}

/** The carts of the ticked lines, each a link: a browser opens many tabs only when each is asked for. */
function CartsDialog({ lines, onClose }: CartsDialogProps) {
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

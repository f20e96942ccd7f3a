import type { KeptMarks } from '~/features/order-lines/KeptMark';
import { lazy, Suspense, useState } from 'react';
import type { CartHeader } from '~/contract/cart';
import type { CartListQuery } from '~/contract/list-query';
import { useListShortcuts, type ListActions } from '~/features/order-lines/use-list-shortcuts';
import { ViewsMenu } from '~/features/order-lines/ViewsMenu';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { ColumnsMenu } from '~/ui/ColumnsMenu';
import type { Column } from '~/ui/DataTable';
import type { CartAddress } from './cart-address';
import { cartTable } from './cart-table';
import { builtInCartViews, cartViews } from './cart-views';

const ExportCarts = lazy(() => import('./ExportCarts').then(({ ExportCarts }) => ({ default: ExportCarts })));

const KeptMarksOfList = lazy(() =>
  import('~/features/order-lines/KeptMark').then(({ KeptMarksOfList }) => ({ default: KeptMarksOfList })),
);

interface CartsToolsProps {
  readonly address: CartAddress;
  readonly query: CartListQuery;
  /** How many carts match; null when that is not known. */
  readonly total: number | null;
  readonly columns: readonly Column<CartHeader>[];
  readonly keys: ListActions;
  readonly onMarks: (marks: KeptMarks) => void;
  readonly onOpen: (address: CartAddress) => void;
}

/** What can be done with the list as a whole: views, columns, a file. It is loaded after the rows. */
export function CartsTools({ address, query, total, columns, keys, onMarks, onOpen }: CartsToolsProps) {
  const messages = useAllMessages();
  useListShortcuts(keys);
  const [isExporting, setIsExporting] = useState(false);
  return (
    <>
      <ViewsMenu
        views={cartViews}
        table={cartTable}
        builtIn={builtInCartViews(messages)}
        address={address}
        onOpen={onOpen}
      />
      <ColumnsMenu store={cartTable} columns={columns} />
      <Button onClick={() => setIsExporting(true)}>{messages.exporting}</Button>
      <Suspense>
        <KeptMarksOfList of="cart" onMarks={onMarks} />
      </Suspense>
      {isExporting && (
        <Suspense>
          <ExportCarts query={query} total={total} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
    </>
  );
}

import { Suspense, useState } from 'react';
import type { CartHeader } from '~/contract/cart';
import type { CartListQuery } from '~/contract/list-query';
import { useListShortcuts, type ListActions } from '~/features/lists/tools/use-list-shortcuts';
import { ViewsMenu } from '~/features/lists/views/ViewsMenu';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { ColumnsMenu } from '~/ui/table/ColumnsMenu';
import type { Column } from '~/ui/table/table-model';
import type { ListSearchParams } from '~/domain/lists/list-search-params';
import { cartTable } from '~/features/carts/list/table/cart-table';
import { builtInCartViews, cartViews } from './cart-views';
import { LazyExportCarts } from '~/features/carts/list/export/lazy';

interface CartsToolsProps {
  readonly search: ListSearchParams;
  readonly query: CartListQuery;
  /** How many carts match; null when that is not known. */
  readonly total: number | null;
  readonly columns: readonly Column<CartHeader>[];
  readonly keys: ListActions;
  readonly onOpen: (search: ListSearchParams) => void;
}

/** What can be done with the list as a whole: views, columns, a file. It is loaded after the rows. */
export function CartsTools({ search, query, total, columns, keys, onOpen }: CartsToolsProps) {
  const messages = useAllMessages();
  useListShortcuts(keys);
  const [isExporting, setIsExporting] = useState(false);
  return (
    <>
      <ViewsMenu
        views={cartViews}
        table={cartTable}
        builtIn={builtInCartViews(messages)}
        search={search}
        onOpen={onOpen}
      />
      <ColumnsMenu store={cartTable} columns={columns} />
      <Button onClick={() => setIsExporting(true)}>{messages.exporting}</Button>
      {isExporting && (
        <Suspense>
          <LazyExportCarts query={query} total={total} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
    </>
  );
}

import { Suspense, useState } from 'react';
import type { LineListQuery } from '~/contract/list-query';
import type { OrderLineSummary } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { ColumnsMenu } from '~/ui/table/ColumnsMenu';
import type { Column } from '~/ui/table/table-model';
import type { ListSearchParams } from '~/domain/lists/list-search-params';
import { lineTable } from '~/features/order-lines/list/table/line-table';
import { builtInLineViews, lineViews } from './line-views';
import { useEditorPrefetch } from './use-editor-prefetch';
import { useListShortcuts, type ListActions } from '~/features/lists/tools/use-list-shortcuts';
import { ViewsMenu } from '~/features/lists/views/ViewsMenu';
import { LazyExportLines } from '~/features/order-lines/list/export/lazy';

interface LinesToolsProps {
  readonly search: ListSearchParams;
  readonly query: LineListQuery;
  /** How many lines match; null when that is not known. */
  readonly total: number | null;
  readonly columns: readonly Column<OrderLineSummary>[];
  readonly keys: ListActions;
  readonly onOpen: (search: ListSearchParams) => void;
}

/** The list's tools: views, columns, export. They load after the rows. */
export function LinesTools({ search, query, total, columns, keys, onOpen }: LinesToolsProps) {
  const messages = useAllMessages();
  useListShortcuts(keys);
  useEditorPrefetch();
  const [isExporting, setIsExporting] = useState(false);
  return (
    <>
      <ViewsMenu
        views={lineViews}
        table={lineTable}
        builtIn={builtInLineViews(messages)}
        search={search}
        onOpen={onOpen}
      />
      <ColumnsMenu store={lineTable} columns={columns} />
      <Button onClick={() => setIsExporting(true)}>{messages.exporting}</Button>
      {isExporting && (
        <Suspense>
          <LazyExportLines of={{ query, total }} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
    </>
  );
}

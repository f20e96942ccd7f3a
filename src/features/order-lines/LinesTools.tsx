import type { KeptMarks } from './KeptMark';
import { lazy, Suspense, useState } from 'react';
import type { LineListQuery } from '~/contract/list-query';
import type { OrderLineSummary } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { ColumnsMenu } from '~/ui/ColumnsMenu';
import type { Column } from '~/ui/DataTable';
import type { LineAddress } from './line-address';
import { lineTable } from './line-table';
import { builtInLineViews, lineViews } from './line-views';
import { useEditorAhead } from './use-editor-ahead';
import { useListShortcuts, type ListActions } from './use-list-shortcuts';
import { ViewsMenu } from './ViewsMenu';

const ExportLines = lazy(() => import('./ExportLines').then(({ ExportLines }) => ({ default: ExportLines })));

const KeptMarksOfList = lazy(() =>
  import('./KeptMark').then(({ KeptMarksOfList }) => ({ default: KeptMarksOfList })),
);

interface LinesToolsProps {
  readonly address: LineAddress;
  readonly query: LineListQuery;
  /** How many lines match; null when that is not known. */
  readonly total: number | null;
  readonly columns: readonly Column<OrderLineSummary>[];
  readonly keys: ListActions;
  readonly onMarks: (marks: KeptMarks) => void;
  readonly onOpen: (address: LineAddress) => void;
}

/** What can be done with the list as a whole: views, columns, a file. It is loaded after the rows. */
export function LinesTools({ address, query, total, columns, keys, onMarks, onOpen }: LinesToolsProps) {
  const messages = useAllMessages();
  useListShortcuts(keys);
  useEditorAhead();
  const [isExporting, setIsExporting] = useState(false);
  return (
    <>
      <ViewsMenu
        views={lineViews}
        table={lineTable}
        builtIn={builtInLineViews(messages)}
        address={address}
        onOpen={onOpen}
      />
      <ColumnsMenu store={lineTable} columns={columns} />
      <Button onClick={() => setIsExporting(true)}>{messages.exporting}</Button>
      <Suspense>
        <KeptMarksOfList of="line" onMarks={onMarks} />
      </Suspense>
      {isExporting && (
        <Suspense>
          <ExportLines of={{ query, total }} onClose={() => setIsExporting(false)} />
        </Suspense>
      )}
    </>
  );
}

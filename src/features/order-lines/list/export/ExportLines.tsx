import { useQueryClient } from '@tanstack/react-query';
import { readAllLines } from '~/api/read/all-rows';
import type { LineListQuery } from '~/contract/list-query';
import type { OrderLineSummary } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useTableSettings } from '~/ui/table/table-settings';
import { ExportDialog } from '~/features/lists/export/ExportDialog';
import { rowsAtHand, type ExportSource } from '~/features/lists/export/export-file';
import { cellText, columnHeader, shownFields } from '~/features/order-lines/list/table/line-columns';
import { lineTable } from '~/features/order-lines/list/table/line-table';

interface ExportLinesProps {
  /** All lines that match, or those at hand. */
  readonly of:
    | { readonly query: LineListQuery; readonly total: number | null }
    | { readonly lines: readonly OrderLineSummary[] };
  readonly onClose: () => void;
}

/** Lines as a file, in the columns that the list shows. */
export function ExportLines({ of, onClose }: ExportLinesProps) {
  const messages = useAllMessages();
  const { exports } = messages;
  const client = useQueryClient();
  const { columns } = useTableSettings(lineTable);
  const source: ExportSource<OrderLineSummary> =
    'lines' in of
      ? rowsAtHand(of.lines)
      : { total: of.total, rows: (reading) => readAllLines(client, of.query, reading) };
  return (
    <ExportDialog
      title={'lines' in of ? exports.selectedLines : exports.allLines}
      fileName={exports.linesFile}
      columns={shownFields(columns).map((field) => ({
        key: field,
        header: columnHeader(field, messages),
        text: (line: OrderLineSummary) => cellText(field, line, messages),
      }))}
      source={source}
      onClose={onClose}
    />
  );
}

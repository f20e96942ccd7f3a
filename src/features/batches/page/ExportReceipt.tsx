import { useMemo } from 'react';
import type { Batch, BatchRow } from '~/domain/batches/batch';
import { failedRows, importText, filledFields } from '~/domain/batches/failed-rows';
import { ExportDialog } from '~/features/lists/export/ExportDialog';
import { rowsAtHand } from '~/features/lists/export/export-file';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { changeText, rowLineId, rowOutcomeText, reasonText, rowName, rowReference } from './receipt-columns';

interface ExportReceiptProps {
  readonly batch: Batch;
  readonly onClose: () => void;
}

/** The receipt of a batch as a file: one line a row. */
export function ExportReceipt({ batch, onClose }: ExportReceiptProps) {
  const messages = useAllMessages();
  const { batches, lineFields } = messages;
  const source = useMemo(
    () => rowsAtHand(batch.rows.map((row, index) => ({ ...row, number: index + 1 }))),
    [batch.rows],
  );
  type Row = Batch['rows'][number] & { readonly number: number };
  const columns = [
    { key: 'number', header: batches.number, text: ({ number }: Row) => String(number) },
    { key: 'name', header: batches.name, text: (row: Row) => rowName(row, messages) },
    { key: 'external_id', header: lineFields.external_id, text: rowReference },
    {
      key: 'product_offering_id',
      header: lineFields.product_offering_id,
      text: ({ values }: Row) => values.product_offering_id,
    },
    {
      key: 'product_offering_qualification_item_id',
      header: lineFields.product_offering_qualification_item_id,
      text: ({ values }: Row) => values.product_offering_qualification_item_id,
    },
    { key: 'outcome', header: batches.outcome, text: ({ state }: Row) => rowOutcomeText(state, messages) },
    {
      key: 'line',
      header: batches.line,
      text: (row: Row) => rowLineId(row) ?? '',
    },
    ...(batch.kind === 'change'
      ? [{ key: 'change', header: batches.change, text: (row: Row) => changeText(row, messages) }]
      : []),
    { key: 'reason', header: batches.reason, text: (row: Row) => reasonText(row, messages) },
  ];
  return (
    <ExportDialog
      title={batches.receipt}
      fileName={batches.fileName}
      columns={columns}
      source={source}
      onClose={onClose}
    />
  );
}

/** The rows that failed as a file that can be imported again: their fields, and why they failed. */
export function ExportFailedRows({ batch, onClose }: ExportReceiptProps) {
  const messages = useAllMessages();
  const { batches } = messages;
  const source = useMemo(() => rowsAtHand(failedRows(batch)), [batch]);
  const columns = [
    ...filledFields(batch).map((field) => ({
      key: field,
      header: fieldLabel(field, messages),
      text: (row: BatchRow) => importText(row, field),
    })),
    { key: 'reason', header: batches.reason, text: (row: BatchRow) => reasonText(row, messages) },
  ];
  return (
    <ExportDialog
      title={batches.failedRows(failedRows(batch).length)}
      fileName={batches.failedFileName}
      columns={columns}
      source={source}
      onClose={onClose}
    />
  );
}

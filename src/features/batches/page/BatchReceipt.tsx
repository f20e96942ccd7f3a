import { Button } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import type { Batch, BatchRow } from '~/domain/batches/batch';
import { failedRows } from '~/domain/batches/failed-rows';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import { DataTable } from '~/ui/table/DataTable';
import type { TableEntry } from '~/ui/table/table-model';
import { LazyExportFailedRows, LazyExportReceipt } from './lazy';
import { useReceiptColumns, type ReceiptRow } from './receipt-columns';

/** The entry of each row as it was drawn last: a row that did not change is not drawn again. */
const entries = new WeakMap<BatchRow, TableEntry<ReceiptRow>>();

function entryOf(row: BatchRow, index: number): TableEntry<ReceiptRow> {
  const known = entries.get(row);
  if (known) return known;
  const entry = { key: String(index), row: { ...row, number: index + 1 } };
  entries.set(row, entry);
  return entry;
}

/** Each row of a batch with its outcome, in one table and one file. */
export function BatchReceipt({ batch }: { readonly batch: Batch }) {
  const { batches, exporting } = useAllMessages();
  const [exported, setExported] = useState<'all' | 'failed' | null>(null);
  // A file of failed rows imports new lines; a change is sent again from here.
  const failedCount = batch.kind === 'change' ? 0 : failedRows(batch).length;
  const close = () => setExported(null);
  const columns = useReceiptColumns(batch.kind === 'change');
  const rows = useMemo(() => batch.rows.map(entryOf), [batch.rows]);
  return (
    <Panel
      title={batches.receipt}
      flush
      aside={
        <>
          {failedCount > 0 && (
            <Button onClick={() => setExported('failed')}>{batches.failedRows(failedCount)}</Button>
          )}
          <Button onClick={() => setExported('all')}>{exporting}</Button>
        </>
      }
    >
      <DataTable flush caption={batches.receipt} columns={columns} rows={rows} />
      <Suspense>
        {exported === 'all' && <LazyExportReceipt batch={batch} onClose={close} />}
        {exported === 'failed' && <LazyExportFailedRows batch={batch} onClose={close} />}
      </Suspense>
    </Panel>
  );
}

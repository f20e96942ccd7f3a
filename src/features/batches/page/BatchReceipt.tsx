import { Button } from '@mantine/core';
import { Suspense, useMemo, useState } from 'react';
import type { Batch, BatchRow } from '~/domain/batches/batch';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import { DataTable } from '~/ui/table/DataTable';
import type { TableEntry } from '~/ui/table/table-model';
import { LazyExportReceipt } from './lazy';
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
  const [isExporting, setIsExporting] = useState(false);
  const columns = useReceiptColumns();
  const rows = useMemo(() => batch.rows.map(entryOf), [batch.rows]);
  return (
    <Panel
      title={batches.receipt}
      flush
      aside={<Button onClick={() => setIsExporting(true)}>{exporting}</Button>}
    >
      <DataTable flush caption={batches.receipt} columns={columns} rows={rows} />
      <Suspense>
        {isExporting && <LazyExportReceipt batch={batch} onClose={() => setIsExporting(false)} />}
      </Suspense>
    </Panel>
  );
}

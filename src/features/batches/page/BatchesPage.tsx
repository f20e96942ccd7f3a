import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { BatchView } from '~/api/batches/batches';
import { rowsLeft } from '~/domain/batches/batch-totals';
import { useBatchViews } from '~/features/batches/batch-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { ExactTime } from '~/ui/facts/ExactTime';
import { EmptyState } from '~/ui/feedback/EmptyState';
import { Loading } from '~/ui/feedback/Loading';
import { Page } from '~/ui/Page';
import { DataTable } from '~/ui/table/DataTable';
import type { Column } from '~/ui/table/table-model';
import { BatchBadge } from './BatchBadge';

/** Every batch of the person in this browser. */
export function BatchesPage() {
  const { batches } = useAllMessages();
  const views = useBatchViews();
  const columns = useBatchColumns();
  const rows = useMemo(() => (views ?? []).map((view) => ({ key: view.batch.id, row: view })), [views]);
  return (
    <Page title={batches.title} subtitle={batches.intro}>
      {views === null && <Loading />}
      {views?.length === 0 && <EmptyState title={batches.none} text={batches.noneText} />}
      {rows.length > 0 && <DataTable caption={batches.title} columns={columns} rows={rows} />}
    </Page>
  );
}

function useBatchColumns(): readonly Column<BatchView>[] {
  const { batches, cartFields } = useAllMessages();
  return useMemo(
    () => [
      {
        key: 'batch',
        header: batches.batch,
        width: 280,
        cell: ({ batch: { id, kind, source } }) => (
          <Link to="/batches/$batchId" params={{ batchId: id }}>
            {batches.kinds[kind](source.name)}
          </Link>
        ),
      },
      {
        key: 'state',
        header: cartFields.state,
        width: 130,
        cell: (view) => <BatchBadge view={view} />,
      },
      {
        key: 'rows',
        header: batches.totals,
        width: 160,
        cell: ({ batch }) => batches.progress(batch.rowCount - rowsLeft(batch), batch.rowCount),
      },
      {
        key: 'started',
        header: batches.started,
        width: 180,
        cell: ({ batch }) => <ExactTime value={new Date(batch.startedAt).toISOString()} />,
      },
    ],
    [batches, cartFields],
  );
}

import { useMemo, useState } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { DataTable } from './DataTable';
import type { Column, Selection } from './table-model';
import { EmptyState } from '~/ui/feedback/EmptyState';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import styles from './ListBody.module.css';
import { Loading } from '~/ui/feedback/Loading';
import { hasNextPage, lastPage, pageSizeOf } from '~/ui/paging';
import { Pagination } from './Pagination';
import { useTableSettings, type SettingsStore } from './table-settings';

type ListRow<Row> = { readonly ok: true; readonly value: Row } | { readonly ok: false; readonly id: string };

interface ListPage<Row> {
  readonly rows: readonly ListRow<Row>[];
  readonly total: number | null;
  readonly hasNext: boolean | null;
  /** The size of this server's pages, where it is not the one asked for. */
  readonly pageSize: number | null;
  /** Whether the rows are in the order that was asked for; absent where that does not matter. */
  readonly isSorted?: boolean;
}

/** How the reading of a page stands, as the query client tells it. */
interface Reading<Row> {
  readonly data: ListPage<Row> | undefined;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

interface ListBodyProps<Row> {
  readonly reading: Reading<Row>;
  /** What was asked for. */
  readonly query: { readonly page: number; readonly pageSize: number; readonly sort?: string };
  readonly isFiltered: boolean;
  readonly table: SettingsStore;
  /** All that there are; the settings choose among them. Must keep its identity between renders. */
  readonly columns: readonly Column<Row>[];
  /** What a row is called, for its tick. Likewise. */
  readonly nameOf?: (row: Row) => string;
  readonly labels: { readonly caption: string; readonly empty: string; readonly emptyText: string };
  readonly selection?: Selection;
  readonly onSort?: (sort: string) => void;
  readonly onPage: (page: number) => void;
  /** A page is pointed at: it can be made ready. */
  readonly onHoverPage: (page: number) => void;
  readonly onHover: (href: string) => void;
  readonly onClear: () => void;
}

/** The rows of a list, or why there are none, and the way to its other pages. */
export function ListBody<Row extends { readonly id: string }>(props: ListBodyProps<Row>) {
  const { reading, query, isFiltered, table, columns, nameOf, labels, selection } = props;
  const { onSort, onPage, onHoverPage, onHover, onClear } = props;
  const { lists } = useMessages();
  const { data, error, isPlaceholderData, isFetching, refetch } = reading;
  const isPastEnd = query.page > 1 && (data ? data.rows.length === 0 : isNotFound(error));
  // After a change that failed, the rows from before it are better than none, if they say so.
  const [former, setFormer] = useState(data);
  if (data && data !== former) setFormer(data);
  const shown = data ?? (error ? former : undefined);

  const isSorted = shown?.isSorted !== false;

  const settings = useTableSettings(table);
  const shownColumns = useMemo(
    () => settings.columns.flatMap((key) => columns.find((column) => column.key === key) ?? []),
    [settings.columns, columns],
  );
  const rows = useRows(shown?.rows, nameOf);

  if (isPastEnd) return <PastEnd last={data ? lastPage(data, query) : null} onPage={onPage} />;
  return (
    <>
      {error && (
        <FailureNotice
          error={error}
          of="read"
          isShowingOld={data !== undefined}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Loading />}
      {!data && rows.length > 0 && <p className={styles['former']}>{lists.former}</p>}
      {!isSorted && rows.length > 0 && <p className={styles['former']}>{lists.unsorted}</p>}
      {rows.length > 0 && (
        <DataTable
          onHover={onHover}
          caption={labels.caption}
          columns={shownColumns}
          rows={rows}
          {...(query.sort !== undefined && isSorted && { sort: query.sort })}
          {...(onSort && { onSort })}
          isBusy={isFetching && isPlaceholderData}
          widths={settings.widths}
          onResize={(key, width) => table.set({ ...settings, widths: { ...settings.widths, [key]: width } })}
          pinFirst={settings.pinFirst}
          density={settings.density}
          {...(selection && { selection })}
        />
      )}
      {data && rows.length > 0 && (
        <Pagination
          page={query.page}
          pageSize={pageSizeOf(data, query)}
          rowCount={rows.length}
          total={data.total}
          hasNext={hasNextPage(data, query)}
          onPage={onPage}
          onHover={onHoverPage}
        />
      )}
      {data && rows.length === 0 && (
        <EmptyState
          title={isFiltered ? lists.noMatch : labels.empty}
          text={isFiltered ? lists.noMatchText : labels.emptyText}
          action={isFiltered && <Button onClick={onClear}>{lists.clear}</Button>}
        />
      )}
    </>
  );
}

/** The rows as the table takes them; a row that cannot be read says so. */
function useRows<Row extends { readonly id: string }>(
  rows: readonly ListRow<Row>[] | undefined,
  nameOf: ((row: Row) => string) | undefined,
) {
  const { lists } = useMessages();
  return useMemo(
    () =>
      (rows ?? []).map((row, index) =>
        row.ok
          ? { key: row.value.id, row: row.value, ...(nameOf && { name: nameOf(row.value) }) }
          : { key: `${row.id}-${index}`, unreadable: `${lists.unreadable} ${row.id}` },
      ),
    [rows, nameOf, lists],
  );
}

interface PastEndProps {
  /** The last page; null where it is not known. */
  readonly last: number | null;
  readonly onPage: (page: number) => void;
}

function PastEnd({ last, onPage }: PastEndProps) {
  const { lists } = useMessages();
  return (
    <EmptyState
      title={lists.pastEnd}
      text={lists.pastEndText}
      action={
        <>
          <Button onClick={() => onPage(1)}>{lists.firstPage}</Button>
          {last !== null && last > 1 && <Button onClick={() => onPage(last)}>{lists.lastPage}</Button>}
        </>
      }
    />
  );
}

/** Some servers answer so to a page past the end. */
function isNotFound(error: Error | null): boolean {
  return error !== null && 'kind' in error && error.kind === 'not-found';
}

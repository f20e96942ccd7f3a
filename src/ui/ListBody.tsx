import { useMemo, useState } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from './Button';
import { DataTable, type Column, type Selection } from './DataTable';
import { EmptyState } from './EmptyState';
import { FailureNotice } from './FailureNotice';
import styles from './ListBody.module.css';
import { Loading } from './Loading';
import { hasNextPage, lastPage } from './paging';
import { Pagination } from './Pagination';
import { useTableSettings, type SettingsStore } from './table-settings';

type ListRow<Row> = { readonly ok: true; readonly value: Row } | { readonly ok: false; readonly id: string };

interface ListPage<Row> {
  readonly rows: readonly ListRow<Row>[];
  readonly total: number | null;
  readonly hasNext: boolean | null;
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
  readonly words: { readonly caption: string; readonly empty: string; readonly emptyText: string };
  readonly selection?: Selection;
  readonly onSort?: (sort: string) => void;
  readonly onPage: (page: number) => void;
  /** A page is pointed at: it can be made ready. */
  readonly onPointPage: (page: number) => void;
  readonly onPoint: (address: string) => void;
  readonly onClear: () => void;
}

/** The rows of a list, or why there are none, and the way to its other pages. */
export function ListBody<Row extends { readonly id: string }>(props: ListBodyProps<Row>) {
  const { reading, query, isFiltered, table, columns, nameOf, words, selection } = props;
  const { onSort, onPage, onPointPage, onPoint, onClear } = props;
  const { lists } = useMessages();
  const { data, error, isPlaceholderData, isFetching, refetch } = reading;
  const isPastEnd = query.page > 1 && (data ? data.rows.length === 0 : isNotFound(error));
  // After a change that failed, the rows from before it are better than none, if they say so.
  const [former, setFormer] = useState(data);
  if (data && data !== former) setFormer(data);
  const shown = data ?? (error ? former : undefined);

  const settings = useTableSettings(table);
  const shownColumns = useMemo(
    () => settings.columns.flatMap((key) => columns.find((column) => column.key === key) ?? []),
    [settings.columns, columns],
  );
  const rows = useMemo(
    () =>
      (shown?.rows ?? []).map((row, index) =>
        row.ok
          ? { key: row.value.id, row: row.value, ...(nameOf && { name: nameOf(row.value) }) }
          : { key: `${row.id}-${index}`, unreadable: `${lists.unreadable} ${row.id}` },
      ),
    [shown, nameOf, lists],
  );

  if (isPastEnd) {
    const last = data ? lastPage(data, query) : null;
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
      {rows.length > 0 && (
        <DataTable
          onPoint={onPoint}
          caption={words.caption}
          columns={shownColumns}
          rows={rows}
          {...(query.sort !== undefined && { sort: query.sort })}
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
          pageSize={query.pageSize}
          rowCount={rows.length}
          total={data.total}
          hasNext={hasNextPage(data, query)}
          onPage={onPage}
          onPoint={onPointPage}
        />
      )}
      {data && rows.length === 0 && (
        <EmptyState
          title={isFiltered ? lists.noMatch : words.empty}
          text={isFiltered ? lists.noMatchText : words.emptyText}
          action={isFiltered && <Button onClick={onClear}>{lists.clear}</Button>}
        />
      )}
    </>
  );
}

/** Some servers answer so to a page past the end. */
function isNotFound(error: Error | null): boolean {
  return error !== null && 'kind' in error && error.kind === 'not-found';
}

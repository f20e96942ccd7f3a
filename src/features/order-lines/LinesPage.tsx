import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { lineQueries } from '~/api/order-lines';
import { isLineSort, readLineAddress } from '~/domain/list-address';
import { useI18n } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FailureNotice } from '~/ui/FailureNotice';
import { ListTools } from '~/ui/FilterBar';
import { FilterChips } from '~/ui/FilterChips';
import { Loading } from '~/ui/Loading';
import { Page } from '~/ui/Page';
import { hasNextPage } from '~/ui/paging';
import { Pagination } from '~/ui/Pagination';
import { useTableSettings } from '~/ui/table-settings';
import { useNow } from '~/ui/use-now';
import { rememberList } from './last-list';
import type { LineAddress } from './line-address';
import { useLineColumns } from './line-columns';
import { lineTable } from './line-table';
import { lineFilterLabel, lineStateText, toChips } from './line-filters';
import { lineName } from './LineName';
import { usePreload } from './use-preload';
import styles from './LinesPage.module.css';
import { deselectLines, selectLines, useSelectedLines } from './line-selection';
import { LinesFilters } from './LinesFilters';

const route = getRouteApi('/lines');

/** What the first rows do without. */
const LinesTools = lazy(() => import('./LinesTools').then(({ LinesTools }) => ({ default: LinesTools })));
const SelectionBar = lazy(() =>
  import('./SelectionBar').then(({ SelectionBar }) => ({ default: SelectionBar })),
);
const StateCounts = lazy(() => import('./StateCounts').then(({ StateCounts }) => ({ default: StateCounts })));

/** Order lines across all carts. What is listed is what the address says. */
export function LinesPage() {
  const { messages, formats } = useI18n();
  const { lists, linesPage } = messages;
  const address = route.useSearch();
  const navigate = useNavigate({ from: '/lines' });
  const now = useNow();
  const { query, active, refused } = useMemo(() => readLineAddress(address, now), [address, now]);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(lineQueries.list(query));
  const preload = usePreload();
  const [clears, setClears] = useState(0);
  // What comes after the first rows, or after the words that there are none, stays.
  const [isStarted, setIsStarted] = useState(false);
  if (!isStarted && (data || error)) setIsStarted(true);
  const settings = useTableSettings(lineTable);
  const allColumns = useLineColumns();
  const columns = useMemo(
    () => settings.columns.flatMap((key) => allColumns.find((column) => column.key === key) ?? []),
    [settings.columns, allColumns],
  );
  const selected = useSelectedLines();
  useEffect(() => rememberList(address), [address]);

  const change = (changes: LineAddress, replace = false) =>
    void navigate({ search: (before) => ({ ...before, page: '', ...changes }), replace });
  const clear = () => {
    // Drawn anew, the filters forget what was being typed.
    setClears(clears + 1);
    void navigate({ search: sortOnly });
  };
  const isFiltered = active.length > 0 || query.search !== undefined;
  const toggle = (ids: readonly string[], isSelected: boolean) => {
    if (!isSelected) deselectLines(ids);
    else
      selectLines(
        (data?.rows ?? []).flatMap((row) => (row.ok && ids.includes(row.value.id) ? [row.value] : [])),
      );
  };

  const turn = (by: 1 | -1) => change({ page: String(query.page + by) });
  const keys = {
    canSelect: true,
    onClear: clear,
    onNextPage: data && hasNextPage(data, query) ? () => turn(1) : undefined,
    onPreviousPage: query.page > 1 ? () => turn(-1) : undefined,
  };

  return (
    <Page title={linesPage.title}>
      <LinesFilters
        key={clears}
        address={address}
        active={active}
        onChange={change}
        tools={
          <ListTools>
            {isStarted && (
              <Suspense>
                <LinesTools
                  address={address}
                  query={query}
                  total={data?.total ?? null}
                  columns={allColumns}
                  keys={keys}
                  onOpen={(search) => void navigate({ search })}
                />
              </Suspense>
            )}
          </ListTools>
        }
      />
      <FilterChips
        chips={toChips(
          { active, refused },
          {
            messages,
            formats,
            label: (name) => lineFilterLabel(name, messages),
            state: (state) => lineStateText(state, messages),
          },
        )}
        onRemove={(name) => change({ [name]: '' })}
        onClear={clear}
      />
      <div className={styles['counts']}>
        {isStarted && (
          <Suspense>
            <StateCounts query={query} isReady={data !== undefined && !isPlaceholderData} />
          </Suspense>
        )}
      </div>
      {error && (
        <FailureNotice
          error={error}
          of="read"
          isShowingOld={data !== undefined}
          onRetry={() => void refetch()}
        />
      )}
      {selected.size > 0 && (
        <Suspense>
          <SelectionBar selected={selected} />
        </Suspense>
      )}
      {!data && !error && <Loading />}
      {data && data.rows.length > 0 && (
        <>
          <DataTable
            onPoint={preload}
            caption={linesPage.caption}
            columns={columns}
            rows={data.rows.map((row, index) =>
              row.ok
                ? { key: row.value.id, row: row.value, name: lineName(row.value, messages) }
                : { key: `${row.id}-${index}`, unreadable: `${lists.unreadable} ${row.id}` },
            )}
            {...(query.sort === undefined ? {} : { sort: query.sort })}
            onSort={(sort) => change({ sort })}
            isBusy={isFetching && isPlaceholderData}
            widths={settings.widths}
            onResize={(key, width) =>
              lineTable.set({ ...settings, widths: { ...settings.widths, [key]: width } })
            }
            pinFirst={settings.pinFirst}
            density={settings.density}
            selection={{ isSelected: (id) => selected.has(id), onToggle: toggle }}
          />
          <Pagination
            page={query.page}
            pageSize={query.pageSize}
            rowCount={data.rows.length}
            total={data.total}
            hasNext={hasNextPage(data, query)}
            onPage={(page) => change({ page: String(page) })}
          />
        </>
      )}
      {data?.rows.length === 0 && query.page > 1 && (
        <EmptyState
          title={lists.pastEnd}
          text={lists.noMatchText}
          action={<Button onClick={() => change({})}>{lists.firstPage}</Button>}
        />
      )}
      {data?.rows.length === 0 && query.page === 1 && (
        <EmptyState
          title={isFiltered ? lists.noMatch : linesPage.empty}
          text={isFiltered ? lists.noMatchText : linesPage.emptyText}
          action={isFiltered && <Button onClick={clear}>{lists.clear}</Button>}
        />
      )}
    </Page>
  );
}

/** Clearing the filters leaves the order of the rows. */
function sortOnly({ sort }: LineAddress): LineAddress {
  return sort !== undefined && isLineSort(sort) ? { sort } : {};
}

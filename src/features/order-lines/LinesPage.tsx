import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lineQueries } from '~/api/order-lines';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FailureNotice } from '~/ui/FailureNotice';
import { Loading } from '~/ui/Loading';
import { Page } from '~/ui/Page';
import { Pagination } from '~/ui/Pagination';
import { toLineListQuery, type LineAddress } from './line-address';
import { LinesFilters } from './LinesFilters';
import { useLineColumns } from './line-columns';

const route = getRouteApi('/lines');

/** Order lines across all carts. What is listed is what the address says. */
export function LinesPage() {
  const { lists, linesPage } = useMessages();
  const address = route.useSearch();
  const navigate = useNavigate({ from: '/lines' });
  const query = toLineListQuery(address);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(lineQueries.list(query));
  const columns = useLineColumns();

  const change = (changes: LineAddress, replace = false) =>
    void navigate({ search: (before) => ({ ...before, page: '', ...changes }), replace });
  const clear = () => void navigate({ search: {} });
  const isFiltered = Object.keys(query.filters).length > 0 || query.search !== undefined;

  return (
    <Page title={linesPage.title}>
      <LinesFilters address={address} isFiltered={isFiltered} onChange={change} onClear={clear} />
      {error && (
        <FailureNotice
          error={error}
          of="read"
          isShowingOld={data !== undefined}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Loading />}
      {data && data.rows.length > 0 && (
        <>
          <DataTable
            caption={linesPage.caption}
            columns={columns}
            rows={data.rows.map((row, index) =>
              row.ok
                ? { key: row.value.id, row: row.value }
                : { key: `${row.id}-${index}`, unreadable: `${lists.unreadable} ${row.id}` },
            )}
            {...(query.sort === undefined ? {} : { sort: query.sort })}
            onSort={(sort) => change({ sort })}
            isBusy={isFetching && isPlaceholderData}
          />
          <Pagination
            page={query.page}
            pageSize={query.pageSize}
            rowCount={data.rows.length}
            total={data.total}
            hasNext={data.hasNext}
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

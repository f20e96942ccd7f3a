import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { cartQueries } from '~/api/carts';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FailureNotice } from '~/ui/FailureNotice';
import { Loading } from '~/ui/Loading';
import { Page } from '~/ui/Page';
import { Pagination } from '~/ui/Pagination';
import { toCartListQuery, type CartAddress } from './cart-address';
import { useCartColumns } from './cart-columns';
import { CartsFilters } from './CartsFilters';

const route = getRouteApi('/carts');

const NewCartDialog = lazy(() =>
  import('./NewCartDialog').then(({ NewCartDialog }) => ({ default: NewCartDialog })),
);

/** The carts. What is listed is what the address says. */
export function CartsPage() {
  const { lists, cartsPage } = useMessages();
  const address = route.useSearch();
  const navigate = useNavigate({ from: '/carts' });
  const query = toCartListQuery(address);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(cartQueries.list(query));
  const columns = useCartColumns();
  const [isCreating, setIsCreating] = useState(false);

  const change = (changes: CartAddress, replace = false) =>
    void navigate({ search: (before) => ({ ...before, page: '', ...changes }), replace });
  const clear = () => void navigate({ search: {} });
  const isFiltered = Object.keys(query.filters).length > 0;
  const newCart = (
    <Button look="primary" onClick={() => setIsCreating(true)}>
      {cartsPage.newCart}
    </Button>
  );

  return (
    <Page title={cartsPage.title} actions={newCart}>
      <CartsFilters address={address} isFiltered={isFiltered} onChange={change} onClear={clear} />
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
            caption={cartsPage.caption}
            columns={columns}
            rows={data.rows.map((row, index) =>
              row.ok
                ? { key: row.value.id, row: row.value }
                : { key: `${row.id}-${index}`, unreadable: `${lists.unreadable} ${row.id}` },
            )}
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
      {data?.rows.length === 0 && (
        <EmptyState
          title={query.page > 1 ? lists.pastEnd : isFiltered ? lists.noMatch : cartsPage.empty}
          text={isFiltered || query.page > 1 ? lists.noMatchText : cartsPage.emptyText}
          action={
            query.page > 1 ? (
              <Button onClick={() => change({})}>{lists.firstPage}</Button>
            ) : (
              isFiltered && <Button onClick={clear}>{lists.clear}</Button>
            )
          }
        />
      )}
      {isCreating && (
        <Suspense>
          <NewCartDialog onClose={() => setIsCreating(false)} />
        </Suspense>
      )}
    </Page>
  );
}

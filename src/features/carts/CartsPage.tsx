import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { cartQueries } from '~/api/carts';
import { isKnownCartState } from '~/contract/states';
import { readCartAddress } from '~/domain/list-address';
import { toChips } from '~/features/order-lines/line-filters';
import type { BaseMessages } from '~/i18n/en';
import { useI18n } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { ListTools } from '~/ui/FilterBar';
import { FilterChips } from '~/ui/FilterChips';
import { EmptyState } from '~/ui/EmptyState';
import { FailureNotice } from '~/ui/FailureNotice';
import { Loading } from '~/ui/Loading';
import { Page } from '~/ui/Page';
import { hasNextPage } from '~/ui/paging';
import { Pagination } from '~/ui/Pagination';
import { useTableSettings } from '~/ui/table-settings';
import { useNow } from '~/ui/use-now';
import { cartTable } from './cart-table';
import type { CartAddress } from './cart-address';
import { useCartColumns } from './cart-columns';
import { CartsFilters } from './CartsFilters';

import { usePreload } from '~/features/order-lines/use-preload';
const route = getRouteApi('/carts');

/** `/carts#new` opens the dialog: a link to a new cart. */
const NEW_CART_HASH = 'new';

const CartsTools = lazy(() => import('./CartsTools').then(({ CartsTools }) => ({ default: CartsTools })));
const NewCartDialog = lazy(() =>
  import('./NewCartDialog').then(({ NewCartDialog }) => ({ default: NewCartDialog })),
);

/** The carts. What is listed is what the address says. */
export function CartsPage() {
  const { messages, formats } = useI18n();
  const { lists, cartsPage } = messages;
  const address = route.useSearch();
  const navigate = useNavigate({ from: '/carts' });
  const now = useNow();
  const { query, active, refused } = useMemo(() => readCartAddress(address, now), [address, now]);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery(cartQueries.list(query));
  const preload = usePreload();
  const [clears, setClears] = useState(0);
  // What comes after the first rows, or after the words that there are none, stays.
  const [isStarted, setIsStarted] = useState(false);
  if (!isStarted && (data || error)) setIsStarted(true);
  const settings = useTableSettings(cartTable);
  const allColumns = useCartColumns();
  const columns = useMemo(
    () => settings.columns.flatMap((key) => allColumns.find((column) => column.key === key) ?? []),
    [settings.columns, allColumns],
  );
  const isAskedFor = useLocation().hash === NEW_CART_HASH;
  const [isClicked, setIsClicked] = useState(false);
  const isCreating = isClicked || isAskedFor;
  const closeNewCart = () => {
    setIsClicked(false);
    if (isAskedFor) void navigate({ search: true, hash: '', replace: true });
  };

  const change = (changes: CartAddress, replace = false) =>
    void navigate({ search: (before) => ({ ...before, page: '', ...changes }), replace });
  const clear = () => {
    // Drawn anew, the filters forget what was being typed.
    setClears(clears + 1);
    void navigate({ search: {} });
  };
  const isFiltered = active.length > 0;
  const newCart = (
    <Button look="primary" onClick={() => setIsClicked(true)}>
      {cartsPage.newCart}
    </Button>
  );

  const turn = (by: 1 | -1) => change({ page: String(query.page + by) });
  const keys = {
    canSelect: false,
    onClear: clear,
    onNextPage: data && hasNextPage(data, query) ? () => turn(1) : undefined,
    onPreviousPage: query.page > 1 ? () => turn(-1) : undefined,
  };

  return (
    <Page title={cartsPage.title} actions={newCart}>
      <CartsFilters
        key={clears}
        address={address}
        active={active}
        onChange={change}
        tools={
          <ListTools>
            {isStarted && (
              <Suspense>
                <CartsTools
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
            label: (name) => cartFilterLabel(name, messages),
            state: (state) => (isKnownCartState(state) ? messages.cartStates[state] : state),
          },
        )}
        onRemove={(name) => change({ [name]: '' })}
        onClear={clear}
      />
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
            onPoint={preload}
            caption={cartsPage.caption}
            columns={columns}
            rows={data.rows.map((row, index) =>
              row.ok
                ? { key: row.value.id, row: row.value }
                : { key: `${row.id}-${index}`, unreadable: `${lists.unreadable} ${row.id}` },
            )}
            isBusy={isFetching && isPlaceholderData}
            widths={settings.widths}
            onResize={(key, width) =>
              cartTable.set({ ...settings, widths: { ...settings.widths, [key]: width } })
            }
            pinFirst={settings.pinFirst}
            density={settings.density}
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
          <NewCartDialog onClose={closeNewCart} />
        </Suspense>
      )}
    </Page>
  );
}

function cartFilterLabel(name: string, { cartFields }: BaseMessages): string {
  const labels: Readonly<Record<string, string>> = { ...cartFields, page: 'page' };
  return labels[name] ?? name;
}

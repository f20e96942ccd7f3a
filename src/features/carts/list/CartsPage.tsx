import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useUnsavedMarks } from '~/features/lists/use-unsaved-marks';
import { Suspense, useMemo, useRef, useState } from 'react';
import { cartQueries } from '~/api/read/carts';
import { KEEP_FAILED } from '~/api/transport/query-client';
import { CART_STATES, isKnownCartState } from '~/contract/states';
import { CART_DATES, parseCartSearchParams, type ListSearchParams } from '~/domain/lists/list-search-params';
import type { FilterSet } from '~/ui/filters/filter-set';
import { ListHead } from '~/features/lists/ListHead';
import { useListActions } from '~/features/lists/use-list-actions';
import type { BaseMessages } from '~/i18n/messages';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button } from '@mantine/core';
import { ListBody } from '~/ui/table/ListBody';
import { Page } from '~/ui/Page';
import { useNow } from '~/ui/browser/use-now';
import { useCartColumns } from '~/features/carts/list/table/cart-columns';
import { cartTable } from '~/features/carts/list/table/cart-table';
import { LazyCartsTools } from '~/features/carts/list/tools/lazy';
import { LazyNewCartDialog } from '~/features/carts/creation/lazy';
import { LazyOrphanedCreations } from '~/features/carts/creation/orphaned/lazy';

/** `/carts#new` opens the dialog: a link to a new cart. */
const NEW_CART_HASH = 'new';

/** The carts; the search params decide which are listed. */
export function CartsPage({ search }: { readonly search: ListSearchParams }) {
  const messages = useAllMessages();
  const { cartsPage, cartStates } = messages;
  const frame = useRef<HTMLDivElement>(null);
  const now = useNow();
  const parsed = useMemo(() => parseCartSearchParams(search, now), [search, now]);
  const { query, active } = parsed;
  const reading = useQuery({ ...cartQueries.list(query), ...KEEP_FAILED });
  const { data } = reading;
  const client = useQueryClient();
  const start = (next: ListSearchParams) =>
    void client.prefetchQuery(cartQueries.list(parseCartSearchParams(next, new Date()).query));
  const list = useListActions({ to: '/carts', search, query, reading, start });
  const { navigation, isStarted } = list;
  const columns = useCartColumns(useUnsavedMarks('cart', isStarted));
  const newCart = useNewCart();

  return (
    <Page
      title={cartsPage.title}
      actions={
        <Button variant="filled" onClick={newCart.open}>
          {cartsPage.newCart}
        </Button>
      }
      ref={frame}
    >
      {isStarted && (
        <Suspense>
          <LazyOrphanedCreations />
        </Suspense>
      )}
      <ListHead
        label={cartsPage.title}
        filters={cartFilters(messages)}
        search={search}
        parsed={parsed}
        navigation={navigation}
        nameOf={(name) => cartFilterLabel(name, messages)}
        stateText={(state) => (isKnownCartState(state) ? cartStates[state] : shownText(state))}
        tools={
          isStarted && (
            <LazyCartsTools
              search={search}
              query={query}
              total={data?.total ?? null}
              columns={columns}
              keys={{ frame, canSelect: false, ...list.keys }}
              onOpen={navigation.open}
            />
          )
        }
      />
      <ListBody
        reading={reading}
        query={query}
        isFiltered={active.length > 0}
        table={cartTable}
        columns={columns}
        labels={cartsPage}
        {...list.body}
      />
      {newCart.isOpen && (
        <Suspense>
          <LazyNewCartDialog onClose={newCart.close} />
        </Suspense>
      )}
    </Page>
  );
}

/** The dialog for a new cart: opened by the button or by the URL. */
function useNewCart() {
  const navigate = useNavigate({ from: '/carts' });
  const isAskedFor = useLocation({ select: ({ hash }) => hash === NEW_CART_HASH });
  const [isClicked, setIsClicked] = useState(false);
  return {
    isOpen: isClicked || isAskedFor,
    open: () => setIsClicked(true),
    close: () => {
      setIsClicked(false);
      if (isAskedFor) void navigate({ search: true, hash: '', replace: true });
    },
  };
}

function cartFilters({ cartFields, cartStates }: BaseMessages): FilterSet {
  return {
    inSight: [
      { name: 'external_id', label: cartFields.external_id },
      { name: 'project_id', label: cartFields.project_id },
    ],
    states: CART_STATES.map((value) => ({ value, label: cartStates[value] })),
    texts: [],
    dates: CART_DATES.map((name) => ({ name, label: cartFields[name] })),
  };
}

function cartFilterLabel(name: string, { cartFields }: BaseMessages): string {
  const labels: Readonly<Record<string, string>> = { ...cartFields, page: 'page' };
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

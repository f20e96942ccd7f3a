import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { KeptMarks } from '~/features/order-lines/KeptMark';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { cartQueries } from '~/api/carts';
import { UNLESS_FAILED } from '~/api/query-client';
import { readableRows } from '~/contract/list-envelope';
import { CART_STATES, isKnownCartState } from '~/contract/states';
import { CART_DATES, readCartAddress, type ListAddress } from '~/domain/list-address';
import type { FilterSet } from '~/features/order-lines/ListFilters';
import { ListHead } from '~/features/order-lines/ListHead';
import { pageKeys } from '~/features/order-lines/page-keys';
import { useListNavigation } from '~/features/order-lines/use-list-navigation';
import { usePreload } from '~/features/order-lines/use-preload';
import type { BaseMessages } from '~/i18n/en';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { ListBody } from '~/ui/ListBody';
import { Page } from '~/ui/Page';
import { useNow } from '~/ui/use-now';
import { toCartListQuery, type CartAddress } from './cart-address';
import { useCartColumns } from './cart-columns';
import { cartTable } from './cart-table';

/** `/carts#new` opens the dialog: a link to a new cart. */
const NEW_CART_HASH = 'new';

const NO_MARKS: KeptMarks = new Map();

const CartsTools = lazy(() => import('./CartsTools').then(({ CartsTools }) => ({ default: CartsTools })));
const LeftCreations = lazy(() =>
  import('./LeftCreations').then(({ LeftCreations }) => ({ default: LeftCreations })),
);
const LateCarts = lazy(() => import('./LateCarts').then(({ LateCarts }) => ({ default: LateCarts })));
const NewCartDialog = lazy(() =>
  import('./NewCartDialog').then(({ NewCartDialog }) => ({ default: NewCartDialog })),
);

/** The carts. What is listed is what the address says. */
export function CartsPage({ address }: { readonly address: CartAddress }) {
  const messages = useAllMessages();
  const { cartsPage, cartFields, cartStates } = messages;
  const frame = useRef<HTMLDivElement>(null);
  const now = useNow();
  const asked = useMemo(() => readCartAddress(address, now), [address, now]);
  const { query, active } = asked;
  const reading = useQuery({ ...cartQueries.list(query), ...UNLESS_FAILED });
  const { data, error } = reading;
  const client = useQueryClient();
  const start = (next: ListAddress) => void client.prefetchQuery(cartQueries.list(toCartListQuery(next)));
  const ways = useListNavigation('/carts', start);
  const { change, open, clear } = ways;
  const preload = usePreload();
  // What comes after the first rows, or after the words that there are none, stays.
  const [isStarted, setIsStarted] = useState(false);
  if (!isStarted && (data || error)) setIsStarted(true);
  const listed = useMemo(() => readableRows(data?.rows ?? []), [data]);
  const [marks, setMarks] = useState<KeptMarks>(NO_MARKS);
  const columns = useCartColumns(marks);
  const newCart = useNewCart();

  const filters: FilterSet = {
    inSight: [
      { name: 'external_id', label: cartFields.external_id },
      { name: 'project_id', label: cartFields.project_id },
    ],
    states: CART_STATES.map((value) => ({ value, label: cartStates[value] })),
    texts: [],
    dates: CART_DATES.map((name) => ({ name, label: cartFields[name] })),
  };
  const turnTo = (page: number) => change({ page: String(page) });

  return (
    <Page
      title={cartsPage.title}
      actions={
        <Button look="primary" onClick={newCart.open}>
          {cartsPage.newCart}
        </Button>
      }
      ref={frame}
    >
      {isStarted && (
        <Suspense>
          <LeftCreations />
          <LateCarts carts={listed} />
        </Suspense>
      )}
      <ListHead
        label={cartsPage.title}
        filters={filters}
        address={address}
        asked={asked}
        ways={ways}
        nameOf={(name) => cartFilterLabel(name, messages)}
        stateText={(state) => (isKnownCartState(state) ? cartStates[state] : state)}
        tools={
          isStarted && (
            <CartsTools
              address={address}
              query={query}
              total={data?.total ?? null}
              columns={columns}
              keys={{ frame, canSelect: false, onClear: clear, ...pageKeys(data, query, turnTo) }}
              onMarks={setMarks}
              onOpen={open}
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
        words={cartsPage}
        onPage={turnTo}
        onPointPage={(page) => start({ ...address, page: String(page) })}
        onPoint={preload}
        onClear={clear}
      />
      {newCart.isOpen && (
        <Suspense>
          <NewCartDialog onClose={newCart.close} />
        </Suspense>
      )}
    </Page>
  );
}

/** The dialog for a new cart: opened by the button or by the address. */
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

function cartFilterLabel(name: string, { cartFields }: BaseMessages): string {
  const labels: Readonly<Record<string, string>> = { ...cartFields, page: 'page' };
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name;
}

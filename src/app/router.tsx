import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { lineQueries } from '~/api/order-lines';
import { startReading } from '~/api/query-client';
import { toCartAddress, toCartListQuery } from '~/features/carts/cart-address';
import { VIEWS_KEY } from '~/features/order-lines/line-table';
import { readKept } from '~/i18n/kept';
import { loadWorkMessages, preferredLanguage } from '~/i18n/language';
import { readDuplicateAddress } from '~/features/order-lines/duplicate-address';
import { toLineAddress, toLineListQuery } from '~/features/order-lines/line-address';
import { parseAddress, writeAddress } from './address-text';
import { CrashPage } from './CrashPage';
import { KeptList } from './KeptList';
import { NotFoundPage } from './NotFoundPage';
import { Shell } from './Shell';

/*
 * Every address of the product. A loader starts what its page will ask for, so that the request leaves with the click,
 * and waits for it a moment; the page shows what is there and what is on its way.
 */

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** A list that is there follows its address at once, for its controls go by that, and keeps its rows until others come. */
const isThere = (cause: 'preload' | 'enter' | 'stay') => cause === 'stay';

/** The first rows of the lines do without the readings of carts. */
async function cartQueries() {
  return (await import('~/api/carts')).cartQueries;
}

/** A page that needs every text is there when they are. */
async function withTexts<T>(page: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([page, loadWorkMessages(preferredLanguage())]);
  return loaded;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    // Views are read only where there are some: most people start with the plain list.
    const search =
      readKept(VIEWS_KEY) === null ? {} : (await import('~/features/order-lines/line-views')).openStartView();
    throw redirect({ to: '/lines', search, replace: true });
  },
});

const LinesPage = lazyRouteComponent(() => import('~/features/order-lines/LinesPage'), 'LinesPage');

const lines = createRoute({
  getParentRoute: () => root,
  path: '/lines',
  component: () => <KeptList route="/lines/" list={LinesPage} />,
});

const linesList = createRoute({
  getParentRoute: () => lines,
  path: '/',
  validateSearch: toLineAddress,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps, cause }) => {
    const reading = startReading(context.queryClient, lineQueries.list(toLineListQuery(deps)));
    return isThere(cause) ? undefined : Promise.all([reading, LinesPage.preload?.()]);
  },
});

const line = createRoute({
  getParentRoute: () => lines,
  path: '$lineId',
  loader: ({ context, params }) => startReading(context.queryClient, lineQueries.detail(params.lineId)),
  component: lazyRouteComponent(() => withTexts(import('~/features/order-lines/LinePage')), 'LinePage'),
});

const CartsPage = lazyRouteComponent(() => withTexts(import('~/features/carts/CartsPage')), 'CartsPage');

const carts = createRoute({
  getParentRoute: () => root,
  path: '/carts',
  component: () => <KeptList route="/carts/" list={CartsPage} />,
});

const cartsList = createRoute({
  getParentRoute: () => carts,
  path: '/',
  validateSearch: toCartAddress,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps, cause }) => {
    const page = CartsPage.preload?.();
    const reading = startReading(context.queryClient, (await cartQueries()).list(toCartListQuery(deps)));
    if (!isThere(cause)) await Promise.all([reading, page]);
  },
});

const cart = createRoute({
  getParentRoute: () => carts,
  path: '$cartId',
  loader: async ({ context, params }) =>
    startReading(context.queryClient, (await cartQueries()).detail(params.cartId)),
  component: lazyRouteComponent(() => withTexts(import('~/features/carts/CartPage')), 'CartPage'),
});

const confirmCart = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/confirm',
  component: lazyRouteComponent(
    () => withTexts(import('~/features/carts/ConfirmCartPage')),
    'ConfirmCartPage',
  ),
});

const sentRecord = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/record',
  component: lazyRouteComponent(() => withTexts(import('~/features/carts/SentRecordPage')), 'SentRecordPage'),
});

const newLine = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/lines/new',
  validateSearch: readDuplicateAddress,
  component: lazyRouteComponent(() => withTexts(import('~/features/order-lines/NewLinePage')), 'NewLinePage'),
});

interface SignInAddress {
  readonly start?: string | undefined;
  readonly done?: string | undefined;
  readonly out?: string | undefined;
  readonly failed?: string | undefined;
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ start, done, out, failed }: SignInAddress): SignInAddress => ({
    start,
    done,
    out,
    failed,
  }),
  component: lazyRouteComponent(() => import('~/features/sign-in/SignInPage'), 'SignInPage'),
});

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      home,
      lines.addChildren([linesList, line]),
      carts.addChildren([cartsList, cart, confirmCart, sentRecord, newLine]),
      signIn,
    ]),
    context: { queryClient },
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: false,
    // What a preload brought is the query cache's to keep or to read again.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: CrashPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

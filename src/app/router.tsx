import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { Suspense } from 'react';
import { lineQueries } from '~/api/read/order-lines';
import { prefetchWithin } from '~/api/transport/query-client';
import { VIEWS_KEY } from '~/features/order-lines/list/table/line-table';
import { hasPreference } from '~/browser-storage/preferences';
import { LANGUAGES, preferredLanguage, type Language } from '~/i18n/language';
import { loadAllMessages, loadEditorMessages, loadMessages } from '~/i18n/messages';
import { ROUTES, type Route, type TextPiece } from '~/domain/routes/routes';
import { rememberList } from '~/features/order-lines/display/last-list';
import { readDuplicateSearch } from '~/features/order-lines/display/duplicate-search';
import {
  parseCartSearchParams,
  parseLineSearchParams,
  withoutDefaults,
} from '~/domain/lists/list-search-params';
import { parseSearchParams, stringifySearchParams } from './search-param-codec';
import type { SignInSearch } from '~/features/sign-in/enter-sign-in';
import { CrashPage } from './CrashPage';
import { ListOutlet } from '~/features/lists/ListOutlet';
import { LazyNotFoundPage } from './lazy';
import { Shell } from './Shell';

/*
 * Every route of the product. A loader starts the requests of its page, so that they leave with the click, and waits a
 * moment for them. The page then shows the data that has arrived.
 */

interface RouterContext {
  readonly queryClient: QueryClient;
}

/** An open list follows its search params at once, as its controls do. Its rows stay until others arrive. */
const isThere = (cause: 'preload' | 'enter' | 'stay') => cause === 'stay';

/** The first rows of the lines do without the readings of carts. */
async function cartQueries() {
  return (await import('~/api/read/carts')).cartQueries;
}

const LOAD_TEXTS = {
  first: loadMessages,
  editor: loadEditorMessages,
  rest: loadAllMessages,
} satisfies Record<TextPiece, (language: Language) => Promise<unknown>>;

/**
 * The module of a screen, once the texts of its route are there too. The router reloads the page after a failed import,
 * since a newer version may have replaced it. Without a network the page before would be lost to a page of the browser.
 */
async function screenOf<T>({ texts }: Route, module: Promise<T>): Promise<T> {
  try {
    const [loaded] = await Promise.all([module, LOAD_TEXTS[texts](preferredLanguage())]);
    return loaded;
  } catch (cause) {
    throw navigator.onLine ? cause : new Error('No screen without a network', { cause });
  }
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Shell,
  notFoundComponent: () => (
    <Suspense>
      <LazyNotFoundPage />
    </Suspense>
  ),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    // Views are read only where there are some: most people start with the plain list.
    const search = hasPreference(VIEWS_KEY)
      ? await (await import('~/features/order-lines/list/tools/line-views')).openStartView()
      : {};
    throw redirect({ to: '/lines', search, replace: true });
  },
});

const LinesPage = lazyRouteComponent(
  () => screenOf(ROUTES.lines, import('~/features/order-lines/list/LinesPage')),
  'LinesPage',
);

const lines = createRoute({
  getParentRoute: () => root,
  path: ROUTES.lines.path,
  component: () => <ListOutlet route="/lines/" list={LinesPage} />,
});

const linesList = createRoute({
  getParentRoute: () => lines,
  path: '/',
  validateSearch: withoutDefaults,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps, cause }) => {
    if (cause !== 'preload') rememberList(deps);
    const reading = prefetchWithin(
      context.queryClient,
      lineQueries.list(parseLineSearchParams(deps, new Date()).query),
    );
    return isThere(cause) ? undefined : Promise.all([reading, LinesPage.preload?.()]);
  },
});

const changeLines = createRoute({
  getParentRoute: () => lines,
  path: 'change',
  component: lazyRouteComponent(
    () => screenOf(ROUTES.changeLines, import('~/features/batches/change/ChangeLinesPage')),
    'ChangeLinesPage',
  ),
});

const line = createRoute({
  getParentRoute: () => lines,
  path: '$lineId',
  loader: async ({ context, params }) => {
    const reading = prefetchWithin(context.queryClient, lineQueries.detail(params.lineId));
    const { loadLineView } = await import('~/features/order-lines/page/lazy');
    const line = await reading;
    if (line) await loadLineView(line);
  },
  component: lazyRouteComponent(
    () => screenOf(ROUTES.line, import('~/features/order-lines/page/LinePage')),
    'LinePage',
  ),
});

const CartsPage = lazyRouteComponent(
  () => screenOf(ROUTES.carts, import('~/features/carts/list/CartsPage')),
  'CartsPage',
);

const carts = createRoute({
  getParentRoute: () => root,
  path: ROUTES.carts.path,
  component: () => <ListOutlet route="/carts/" list={CartsPage} />,
});

const cartsList = createRoute({
  getParentRoute: () => carts,
  path: '/',
  validateSearch: withoutDefaults,
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps, cause }) => {
    const page = CartsPage.preload?.();
    const reading = prefetchWithin(
      context.queryClient,
      (await cartQueries()).list(parseCartSearchParams(deps, new Date()).query),
    );
    if (!isThere(cause)) await Promise.all([reading, page]);
  },
});

const cart = createRoute({
  getParentRoute: () => carts,
  path: '$cartId',
  loader: async ({ context, params }) =>
    prefetchWithin(context.queryClient, (await cartQueries()).detail(params.cartId)),
  component: lazyRouteComponent(
    () => screenOf(ROUTES.cart, import('~/features/carts/page/CartPage')),
    'CartPage',
  ),
});

const confirmCart = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/confirm',
  component: lazyRouteComponent(
    () => screenOf(ROUTES.confirmCart, import('~/features/carts/confirm/ConfirmCartPage')),
    'ConfirmCartPage',
  ),
});

const sentRecord = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/record',
  component: lazyRouteComponent(
    () => screenOf(ROUTES.receipt, import('~/features/carts/receipt/OrderReceiptPage')),
    'OrderReceiptPage',
  ),
});

const newLine = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/lines/new',
  validateSearch: readDuplicateSearch,
  component: lazyRouteComponent(
    () => screenOf(ROUTES.newLine, import('~/features/order-lines/new-line/NewLinePage')),
    'NewLinePage',
  ),
});

const importLines = createRoute({
  getParentRoute: () => carts,
  path: '$cartId/import',
  loader: async ({ context, params }) => {
    // The columns of a sheet are matched by the labels of both languages.
    for (const language of LANGUAGES) void loadEditorMessages(language);
    return prefetchWithin(context.queryClient, (await cartQueries()).detail(params.cartId));
  },
  component: lazyRouteComponent(
    () => screenOf(ROUTES.importLines, import('~/features/import/page/ImportPage')),
    'ImportPage',
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: ROUTES.signIn.path,
  validateSearch: (search: SignInSearch): SignInSearch => search,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps }) => (await import('~/features/sign-in/enter-sign-in')).enterSignIn(deps),
  component: lazyRouteComponent(
    () => screenOf(ROUTES.signIn, import('~/features/sign-in/SignInPage')),
    'SignInPage',
  ),
});

const batches = createRoute({
  getParentRoute: () => root,
  path: ROUTES.batches.path,
  component: lazyRouteComponent(
    () => screenOf(ROUTES.batches, import('~/features/batches/page/BatchesPage')),
    'BatchesPage',
  ),
});

const batch = createRoute({
  getParentRoute: () => root,
  path: ROUTES.batch.path,
  component: lazyRouteComponent(
    () => screenOf(ROUTES.batch, import('~/features/batches/page/BatchPage')),
    'BatchPage',
  ),
});

const server = createRoute({
  getParentRoute: () => root,
  path: ROUTES.server.path,
  component: lazyRouteComponent(
    () => screenOf(ROUTES.server, import('~/features/server/ServerPage')),
    'ServerPage',
  ),
});

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      home,
      lines.addChildren([linesList, changeLines, line]),
      carts.addChildren([cartsList, cart, confirmCart, sentRecord, newLine, importLines]),
      signIn,
      batches,
      batch,
      server,
    ]),
    context: { queryClient },
    parseSearch: parseSearchParams,
    stringifySearch: stringifySearchParams,
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

import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Input.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { client } from './bare-api';
import { BareList } from './BareList';

/*
 * What the libraries of the app cost without the app: the list and an editor on React, Mantine, TanStack Query and Router.
 * No languages, columns, autosave or shortcuts. The bench measures it beside the app.
 */

const root = createRootRoute({ component: Outlet });
const list = createRoute({ getParentRoute: () => root, path: '/lines', component: BareList });
const editor = createRoute({
  getParentRoute: () => root,
  path: '/lines/$lineId',
  component: lazyRouteComponent(() => import('./BareEditor'), 'BareEditor'),
});

const plainSearch = (search: string) => Object.fromEntries(new URLSearchParams(search));
const router = createRouter({
  routeTree: root.addChildren([list, editor]),
  parseSearch: plainSearch,
  stringifySearch: (search) => {
    const texts = Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    );
    return texts.length === 0 ? '' : `?${new URLSearchParams(texts)}`;
  },
});

const element = document.querySelector('#root');
if (element) {
  createRoot(element).render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

import { lazy } from 'react';

export const LazySelectedCartsDialog = lazy(() =>
  import('./SelectedCartsDialog').then(({ SelectedCartsDialog }) => ({ default: SelectedCartsDialog })),
);

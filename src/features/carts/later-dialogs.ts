import { lazy } from 'react';

/** A dialog with inputs of its own, which no page of a cart waits for. */
export const CopyLinesDialog = lazy(() =>
  import('./CopyLinesDialog').then(({ CopyLinesDialog }) => ({ default: CopyLinesDialog })),
);

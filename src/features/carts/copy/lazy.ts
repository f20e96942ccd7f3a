import { lazyPart } from '~/ui/lazy-part';

export const LazyCopyLinesDialog = lazyPart(() => import('./CopyLinesDialog'), 'CopyLinesDialog');
export const LazyDuplicateCartDialog = lazyPart(() => import('./DuplicateCartDialog'), 'DuplicateCartDialog');
export const LazyDuplicateRow = lazyPart(() => import('./DuplicateRow'), 'DuplicateRow');

import { lazyPart } from '~/ui/lazy-part';

export const LazyDiscardDialog = lazyPart(() => import('./DiscardDialog'), 'DiscardDialog');
export const LazyOrphanedUnsaved = lazyPart(() => import('./OrphanedUnsaved'), 'OrphanedUnsaved');

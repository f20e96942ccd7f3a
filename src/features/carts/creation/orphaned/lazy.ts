import { lazyPart } from '~/ui/lazy-part';

export const LazyOrphanedCreations = lazyPart(() => import('./OrphanedCreations'), 'OrphanedCreations');

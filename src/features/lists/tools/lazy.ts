import { lazyPart } from '~/ui/lazy-part';

export const LazyMoreListFilters = lazyPart(() => import('./MoreListFilters'), 'MoreListFilters');

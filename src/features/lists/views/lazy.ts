import { lazyPart } from '~/ui/lazy-part';

export const LazyNewViewForm = lazyPart(() => import('./NewViewForm'), 'NewViewForm');

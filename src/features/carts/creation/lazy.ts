import { lazyPart } from '~/ui/lazy-part';

export const LazyNewCartDialog = lazyPart(() => import('./NewCartDialog'), 'NewCartDialog');

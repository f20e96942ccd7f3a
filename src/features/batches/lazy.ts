import { lazyPart } from '~/ui/lazy-part';

export const LazyCartBatchNotice = lazyPart(() => import('./CartBatchNotice'), 'CartBatchNotice');

import { lazyPart } from '~/ui/lazy-part';

export const LazyExportCarts = lazyPart(() => import('./ExportCarts'), 'ExportCarts');

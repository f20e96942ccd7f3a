import { lazyPart } from '~/ui/lazy-part';

export const LazyExportLines = lazyPart(() => import('./ExportLines'), 'ExportLines');

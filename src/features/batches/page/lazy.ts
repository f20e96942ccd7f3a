import { lazyPart } from '~/ui/lazy-part';

export const LazyExportReceipt = lazyPart(() => import('./ExportReceipt'), 'ExportReceipt');

export const LazyExportFailedRows = lazyPart(() => import('./ExportReceipt'), 'ExportFailedRows');

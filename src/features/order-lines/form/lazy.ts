import { lazyPart } from '~/ui/lazy-part';

export const LazyRemoveCpeDialog = lazyPart(() => import('./RemoveCpeDialog'), 'RemoveCpeDialog');
export const LazyServerErrorSummary = lazyPart(() => import('./ServerErrorSummary'), 'ServerErrorSummary');

import { lazyPart } from '~/ui/lazy-part';

export const LazyCopySiteDialog = lazyPart(() => import('./CopySiteDialog'), 'CopySiteDialog');
export const LazyPastedProposal = lazyPart(() => import('./PastedProposal'), 'PastedProposal');
export const LazySiteBook = lazyPart(() => import('./SiteBook'), 'SiteBook');

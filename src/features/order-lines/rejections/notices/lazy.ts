import { lazyPart } from '~/ui/lazy-part';

export const LazyPreviousRejection = lazyPart(() => import('./PreviousRejection'), 'PreviousRejection');
export const LazyRejectionNotice = lazyPart(() => import('./RejectionNotice'), 'RejectionNotice');

import { lazyPart } from '~/ui/lazy-part';

export const LazyUnsavedMark = lazyPart(() => import('./UnsavedMark'), 'UnsavedMark');

import { lazyPart } from '~/ui/lazy-part';

export const LazyNotFoundPage = lazyPart(() => import('~/app/frame/NotFoundPage'), 'NotFoundPage');

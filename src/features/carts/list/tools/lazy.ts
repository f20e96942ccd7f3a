import { lazyPart } from '~/ui/lazy-part';

export const LazyCartsTools = lazyPart(() => import('./CartsTools'), 'CartsTools');

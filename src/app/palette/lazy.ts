import { lazyPart } from '~/ui/lazy-part';

export const LazyCommandPalette = lazyPart(() => import('./CommandPalette'), 'CommandPalette');

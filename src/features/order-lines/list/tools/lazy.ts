import { lazyPart } from '~/ui/lazy-part';

export const LazyLinesTools = lazyPart(() => import('./LinesTools'), 'LinesTools');
export const LazySelectionBar = lazyPart(() => import('./SelectionBar'), 'SelectionBar');
export const LazyStateCounts = lazyPart(() => import('./StateCounts'), 'StateCounts');

import { lazyPart } from '~/ui/lazy-part';

export const LazyLocalDataDialog = lazyPart(() => import('./LocalDataDialog'), 'LocalDataDialog');
export const LazyShortcutsHelp = lazyPart(() => import('./ShortcutsHelp'), 'ShortcutsHelp');

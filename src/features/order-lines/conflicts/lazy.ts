import { lazyPart } from '~/ui/lazy-part';

export const LazyConflictResolution = lazyPart(() => import('./ConflictResolution'), 'ConflictResolution');
export const LazySaveOutcomeNotice = lazyPart(() => import('./SaveOutcomeNotice'), 'SaveOutcomeNotice');

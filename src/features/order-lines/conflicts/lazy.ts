import { lazyPart } from '~/ui/lazy-part';

export const LazySaveOutcomeNotice = lazyPart(() => import('./SaveOutcomeNotice'), 'SaveOutcomeNotice');

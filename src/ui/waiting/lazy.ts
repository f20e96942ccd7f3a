import { lazyPart } from '~/ui/lazy-part';

export const LazyFailureDetails = lazyPart(() => import('./FailureDetails'), 'FailureDetails');

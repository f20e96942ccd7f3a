import { lazyPart } from '~/ui/lazy-part';

export const LazyAutosaveFailure = lazyPart(() => import('./AutosaveFailure'), 'AutosaveFailure');
export const LazyLeaveDialog = lazyPart(() => import('./LeaveDialog'), 'LeaveDialog');
export const LazyLineAutosave = lazyPart(() => import('./LineAutosave'), 'LineAutosave');

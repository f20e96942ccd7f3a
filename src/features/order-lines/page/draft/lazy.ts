import { lazyPart } from '~/ui/lazy-part';

export const LazyCartLockNotice = lazyPart(
  () => import('~/features/order-lines/page/actions/CartLockNotice'),
  'CartLockNotice',
);
export const LazyLineReferences = lazyPart(
  () => import('~/features/order-lines/page/facts/LineReferences'),
  'LineReferences',
);
export const LazyLineTimeline = lazyPart(
  () => import('~/features/order-lines/page/facts/LineTimeline'),
  'LineTimeline',
);
export const LazyUnknownCartNotice = lazyPart(
  () => import('~/features/order-lines/page/actions/UnknownCartNotice'),
  'UnknownCartNotice',
);

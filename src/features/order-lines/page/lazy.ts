import { lazyRouteComponent } from '@tanstack/react-router';
import type { OrderLine } from '~/contract/order-line';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { lazyPart } from '~/ui/lazy-part';

export const LazyDeleteLineButton = lazyPart(
  () => import('~/features/order-lines/page/actions/DeleteLineButton'),
  'DeleteLineButton',
);
export const LazyDuplicateLineDialog = lazyPart(
  () => import('~/features/order-lines/page/actions/DuplicateLineDialog'),
  'DuplicateLineDialog',
);
export const LazyLineAtAGlance = lazyPart(
  () => import('~/features/order-lines/page/actions/LineAtAGlance'),
  'LineAtAGlance',
);

// Once loaded, these are drawn with the page: React's own lazy components are drawn a moment after it.
export const LazyDraftLine = lazyRouteComponent(
  () => import('~/features/order-lines/page/draft/DraftLine'),
  'DraftLine',
);
export const LazyConfirmedLine = lazyRouteComponent(
  () => import('~/features/order-lines/page/facts/ConfirmedLine'),
  'ConfirmedLine',
);

/** Loads the form of a draft, or the facts of any other line. */
export async function loadLineView(line: OrderLine): Promise<void> {
  await (isDraft(line) ? LazyDraftLine : LazyConfirmedLine).preload?.();
}

/** Loads both, for a line that is not known yet. */
export async function loadLineViews(): Promise<void> {
  await Promise.all([LazyDraftLine.preload?.(), LazyConfirmedLine.preload?.()]);
}

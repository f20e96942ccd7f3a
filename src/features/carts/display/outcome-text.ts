import type { CartOutcome } from '~/domain/carts/cart-outcome';
import type { Messages } from '~/i18n/messages';

/** What became of a cart in one sentence. */
export function outcomeText(
  { created, rejected, total }: CartOutcome,
  { outcome }: Pick<Messages, 'outcome'>,
): string {
  if (rejected > 0 && rejected === total) return outcome.rejected(rejected);
  if (rejected > 0) return outcome.partial(created, rejected);
  return created === total ? outcome.completed(created) : outcome.someCreated(created, total);
}

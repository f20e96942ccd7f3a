import { readableLines, type Cart } from '~/contract/cart';
import type { CartDiff } from '~/domain/carts/cart-diff';
import { lineName } from '~/features/order-lines/display/LineName';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { focusOn } from '~/ui/keyboard/focus-refs';
import styles from '~/features/carts/display/IssueList.module.css';
import { reviewLineId } from './ReviewLines';

interface ReviewDifferencesProps {
  readonly differences: CartDiff | null;
  readonly cart: Cart;
  /** Whether these differences stopped the click before anything was sent. */
  readonly stoppedPlacing: boolean;
}

/** The differences from the earlier view, each a link to its line. Takes the focus when they stopped an order. */
export function ReviewDifferences({ differences, cart, stoppedPlacing }: ReviewDifferencesProps) {
  const messages = useAllMessages();
  const { review } = messages;
  if (!differences || differences.count === 0) return null;
  const { added, changed, references, removed } = differences;
  return (
    <Notice
      tone="warning"
      title={review.differences(differences.count)}
      announce={stoppedPlacing ? 'alert' : 'status'}
      {...(stoppedPlacing && { ref: focusOn })}
    >
      {stoppedPlacing && <p>{review.changedMeanwhile}</p>}
      <ul className={styles['points']}>
        {references.map((field) => (
          <li key={field}>
            {messages.cartFields[field]} : {cart[field] || review.empty}
          </li>
        ))}
        {readableLines(cart)
          .filter(({ id }) => added.has(id) || changed.has(id))
          .map((line) => (
            <li key={line.id} className={styles['point']}>
              <a href={`#${reviewLineId(line.id)}`}>{lineName(line, messages)}</a>
              <span>
                {added.has(line.id)
                  ? review.added
                  : (changed.get(line.id) ?? []).map(({ key }) => fieldLabel(key, messages)).join(', ')}
              </span>
            </li>
          ))}
        {removed.length > 0 && (
          <li>
            {review.removed(
              removed.map((line) => (typeof line === 'string' ? line : lineName(line, messages))).join(', '),
            )}
          </li>
        )}
      </ul>
    </Notice>
  );
}

import { useEffect, useRef } from 'react';
import { readableLines, type Cart } from '~/contract/cart';
import type { CartDifferences } from '~/domain/review-differences';
import { lineName } from '~/features/order-lines/LineName';
import { leafLabel } from '~/features/order-lines/line-labels';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Notice } from '~/ui/Notice';
import styles from './ConfirmCartPage.module.css';
import { reviewLineId } from './ReviewLines';

interface ReviewDifferencesProps {
  readonly differences: CartDifferences | null;
  readonly cart: Cart;
  /** Somebody has clicked, and nothing was sent because of these. */
  readonly stoppedPlacing: boolean;
}

/** What is not as the person saw it before, each leading to its line. It takes the focus when it has stopped an order. */
export function ReviewDifferences({ differences, cart, stoppedPlacing }: ReviewDifferencesProps) {
  const messages = useAllMessages();
  const { review } = useOrderMessages();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    if (stoppedPlacing) notice.current?.focus();
  }, [stoppedPlacing]);
  if (!differences || differences.count === 0) return null;
  const { added, changed, references, removed } = differences;
  return (
    <Notice
      tone="warning"
      title={review.differences(differences.count)}
      announce={stoppedPlacing ? 'alert' : 'status'}
      ref={notice}
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
                  : (changed.get(line.id) ?? []).map(({ key }) => leafLabel(key, messages)).join(', ')}
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

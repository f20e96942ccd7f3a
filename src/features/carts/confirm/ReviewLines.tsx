import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { WholeCart } from '~/api/read/whole-cart';
import type { CartReadiness } from '~/domain/lines/confirmation-readiness';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';
import type { CartDiff } from '~/domain/carts/cart-diff';
import { DraftExpiryNote } from '~/features/order-lines/display/DraftExpiryNote';
import { useStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { lineName } from '~/features/order-lines/display/LineName';
import { LineSummary } from '~/features/order-lines/summary/LineSummary';
import { PreviousRejection } from '~/features/order-lines/rejections/notices/PreviousRejection';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Badge } from '~/ui/feedback/Badge';
import { Notice } from '~/ui/feedback/Notice';
import { Panel } from '~/ui/panel/Panel';
import { useNow } from '~/ui/browser/use-now';
import lineStyles from '~/features/carts/receipt/OrderReceiptPage.module.css';
import styles from './ConfirmCartPage.module.css';
import { LineIssueList, toIssueEntries } from '~/features/carts/display/IssueList';

interface ReviewLinesProps {
  readonly whole: WholeCart;
  readonly readiness: CartReadiness;
  readonly differences: CartDiff | null;
}

/** Where a line stands on the page of the review. */
export function reviewLineId(lineId: string): string {
  return `line-${lineId}`;
}

/**
 * Every line of the cart as it will be ordered, with what is worth a second look and what has changed. They are drawn again
 * for another reading alone: a thousand of them take seconds.
 */
export const ReviewLines = memo(function ReviewLines({
  whole,
  readiness: { lines },
  differences,
}: ReviewLinesProps) {
  const messages = useAllMessages();
  const { review, confirmPage } = messages;
  const now = useNow();
  const expired = lines.filter(({ line }) => draftExpiry(line, now)?.status === 'expired').length;
  return (
    <>
      {whole.partialIds.size > 0 && (
        <Notice tone="warning">
          <p>{review.partial(whole.partialIds.size)}</p>
        </Notice>
      )}
      {expired > 0 && (
        <Notice tone="bad">
          <p>{review.expiredLines(expired)}</p>
        </Notice>
      )}
      <div className={lineStyles['lines']}>
        {lines.map(({ line, warnings }, index) => {
          const changes = differences?.changed.get(line.id) ?? [];
          const name = lineName(line, messages);
          return (
            <div key={line.id} id={reviewLineId(line.id)} className={lineStyles['line']}>
              <Panel
                title={`${confirmPage.lineNumber(index + 1)} · ${name}`}
                aside={
                  <span className={styles['marks']}>
                    {changes.length > 0 && <Badge tone="warning">{review.changed(changes.length)}</Badge>}
                    {differences?.added.has(line.id) && <Badge tone="warning">{review.added}</Badge>}
                    {whole.partialIds.has(line.id) && <Badge tone="warning">{review.partialLine}</Badge>}
                    <DraftExpiryNote line={line} onlyWhenNear />
                    <Link
                      className={styles['open']}
                      to="/lines/$lineId"
                      params={{ lineId: line.id }}
                      aria-label={review.toLine(name)}
                    >
                      {messages.linesPage.open}
                    </Link>
                  </span>
                }
              >
                <div className={styles['doubts']}>
                  {warnings.length > 0 && (
                    <Notice tone="warning" title={confirmPage.warnings}>
                      <LineIssueList line={line} issues={toIssueEntries(warnings, messages)} />
                    </Notice>
                  )}
                  <FormerRejections lineId={line.id} />
                </div>
                <LineSummary line={line} changes={changes} />
              </Panel>
            </div>
          );
        })}
      </div>
    </>
  );
});

function FormerRejections({ lineId }: { readonly lineId: string }) {
  const { rejected } = useAllMessages();
  if (Object.keys(useStoredRejections(lineId)).length === 0) return null;
  return (
    <Notice tone="warning" title={rejected.beforeTitle}>
      <PreviousRejection lineId={lineId} />
    </Notice>
  );
}

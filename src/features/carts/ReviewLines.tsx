import { Link } from '@tanstack/react-router';
import type { WholeCart } from '~/api/whole-cart';
import type { CartReadiness } from '~/domain/confirmation-readiness';
import { draftExpiry } from '~/domain/draft-expiry';
import type { CartDifferences } from '~/domain/review-differences';
import { DraftExpiryNote } from '~/features/order-lines/DraftExpiryNote';
import { useKeptRejections } from '~/features/order-lines/kept-rejections';
import { lineName } from '~/features/order-lines/LineName';
import { LineSummary } from '~/features/order-lines/LineSummary';
import { RejectedBefore } from '~/features/order-lines/RejectedBefore';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Badge } from '~/ui/Badge';
import { Notice } from '~/ui/Notice';
import { Panel } from '~/ui/Panel';
import { useNow } from '~/ui/use-now';
import styles from './ConfirmCartPage.module.css';
import { LinePoints, toPoints } from './OpenPoints';

interface ReviewLinesProps {
  readonly whole: WholeCart;
  readonly readiness: CartReadiness;
  readonly differences: CartDifferences | null;
}

/** Where a line stands on the page of the review. */
export function reviewLineId(lineId: string): string {
  return `line-${lineId}`;
}

/** Every line of the cart as it will be ordered, with what is worth a second look and what has changed. */
export function ReviewLines({ whole, readiness: { lines }, differences }: ReviewLinesProps) {
  const messages = useAllMessages();
  const { review, confirmPage } = useOrderMessages();
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
      <div className={styles['lines']}>
        {lines.map(({ line, warnings }, index) => {
          const changes = differences?.changed.get(line.id) ?? [];
          const name = lineName(line, messages);
          return (
            <div key={line.id} id={reviewLineId(line.id)} className={styles['line']}>
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
                      <LinePoints line={line} points={toPoints(warnings, messages)} />
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
}

function FormerRejections({ lineId }: { readonly lineId: string }) {
  const { rejected } = useOrderMessages();
  if (Object.keys(useKeptRejections(lineId)).length === 0) return null;
  return (
    <Notice tone="warning" title={rejected.beforeTitle}>
      <RejectedBefore lineId={lineId} />
    </Notice>
  );
}

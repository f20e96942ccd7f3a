import { Progress } from '@mantine/core';
import { useReviewProgress } from '~/api/read/whole-cart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { percentOf } from '~/ui/feedback/percent';
import styles from './ConfirmCartPage.module.css';

interface ReviewProgressProps {
  /** The cart whose lines are being read; null while nothing is read. */
  readonly cartId: string | null;
  /** What is being done, where it is not the first reading. */
  readonly label?: string;
}

/** How far the reading of a cart in full has come, in words. */
export function ReviewProgress({ cartId, label }: ReviewProgressProps) {
  const { review } = useAllMessages();
  const text = label ?? review.reading;
  return (
    <div className={styles['progress']}>
      <p role="status">{text}</p>
      {cartId !== null && <LinesRead cartId={cartId} label={text} />}
    </div>
  );
}

function LinesRead({ cartId, label }: { readonly cartId: string; readonly label: string }) {
  const { review } = useAllMessages();
  const progress = useReviewProgress(cartId);
  return (
    progress && (
      <>
        <Progress w="10rem" value={percentOf(progress.read, progress.total)} aria-label={label} />
        <p>{review.progress(progress.read, progress.total)}</p>
      </>
    )
  );
}

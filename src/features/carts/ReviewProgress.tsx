import type { DetailProgress } from '~/api/whole-cart';
import { useOrderMessages } from '~/i18n/order-messages';
import styles from './ConfirmCartPage.module.css';

interface ReviewProgressProps {
  /** null before the first detail has come. */
  readonly progress: DetailProgress | null;
  /** What is being done, where it is not the first reading. */
  readonly words?: string;
}

/** How far the reading of a cart in full has come, in words. */
export function ReviewProgress({ progress, words }: ReviewProgressProps) {
  const { review } = useOrderMessages();
  return (
    <div className={styles['progress']}>
      <p role="status">{words ?? review.reading}</p>
      {progress && (
        <>
          <progress value={progress.read} max={progress.total} aria-label={words ?? review.reading} />
          <p>{review.progress(progress.read, progress.total)}</p>
        </>
      )}
    </div>
  );
}

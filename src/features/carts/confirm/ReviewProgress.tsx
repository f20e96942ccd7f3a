import { Progress } from '@mantine/core';
import type { DetailProgress } from '~/api/read/line-details';
import { useAllMessages } from '~/i18n/I18nProvider';
import { percentOf } from '~/ui/feedback/percent';
import styles from './ConfirmCartPage.module.css';

interface ReviewProgressProps {
  /** null before the first detail has come. */
  readonly progress: DetailProgress | null;
  /** What is being done, where it is not the first reading. */
  readonly label?: string;
}

/** How far the reading of a cart in full has come, in words. */
export function ReviewProgress({ progress, label }: ReviewProgressProps) {
  const { review } = useAllMessages();
  return (
    <div className={styles['progress']}>
      <p role="status">{label ?? review.reading}</p>
      {progress && (
        <>
          <Progress
            w="10rem"
            value={percentOf(progress.read, progress.total)}
            aria-label={label ?? review.reading}
          />
          <p>{review.progress(progress.read, progress.total)}</p>
        </>
      )}
    </div>
  );
}

import { exactTime } from '~/i18n/exact-time';
import { useI18n } from '~/i18n/I18nProvider';
import { Time } from '~/ui/Time';
import styles from './ExactTime.module.css';

interface ExactTimeProps {
  /** As the API sent it, with its offset. */
  readonly value: string;
  readonly withTime?: boolean;
}

/** A moment in the person's own time zone, and to the second for whom taps it or comes with the keyboard. */
export function ExactTime({ value, withTime = false }: ExactTimeProps) {
  const { language } = useI18n();
  return (
    <span className={styles['moment']} tabIndex={0}>
      <Time value={value} withTime={withTime} />
      <span className={styles['exact']}> ({exactTime(value, language)})</span>
    </span>
  );
}

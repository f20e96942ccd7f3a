import type { ReactNode } from 'react';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Time } from './Time';
import styles from './Timeline.module.css';

export interface TimelineEntry {
  readonly key: string;
  /** ISO date-time; '' when the API gave none. */
  readonly at: string;
  readonly title: ReactNode;
  readonly detail?: string;
}

/**
 * What happened, in the order in which it is given, with the local time, the exact one on hover, and the time since the
 * entry before. Entries without a date, of the same moment or out of order are shown like any other.
 */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { timeline } = useAllMessages();
  const { duration } = useFormats();
  if (entries.length === 0) return <p>{timeline.empty}</p>;
  return (
    <ol className={styles['timeline']}>
      {entries.map((entry, index) => {
        const elapsed = elapsedSince(entries[index - 1]?.at, entry.at);
        return (
          <li key={entry.key} className={styles['entry']}>
            <div className={styles['title']}>{entry.title}</div>
            <div className={styles['detail']}>
              {entry.at === '' ? timeline.noDate : <Time value={entry.at} withTime />}
              {elapsed !== null && ` · ${timeline.after(duration(elapsed))}`}
            </div>
            {entry.detail !== undefined && <div className={styles['detail']}>{entry.detail}</div>}
          </li>
        );
      })}
    </ol>
  );
}

/** Milliseconds between two moments, null unless the second is later by a second or more. */
function elapsedSince(before: string | undefined, at: string): number | null {
  const elapsed = new Date(at).getTime() - new Date(before ?? '').getTime();
  return elapsed >= 1000 ? elapsed : null;
}

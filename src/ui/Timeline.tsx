import type { ReactNode } from 'react';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { ExactTime } from './ExactTime';
import styles from './Timeline.module.css';

export interface TimelineEntry {
  readonly key: string;
  /** ISO date-time; '' when the API gave none. */
  readonly at: string;
  readonly title: ReactNode;
  readonly detail?: string;
}

/**
 * What happened, in the order in which it is given, with the local time, the exact one a tap away, and the time since the
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
        const sinceBefore = elapsed === null ? null : sinceWords(elapsed, timeline, duration);
        return (
          <li key={entry.key} className={styles['entry']}>
            <div className={styles['title']}>{entry.title}</div>
            <div className={styles['detail']}>
              {entry.at === '' ? timeline.noDate : <ExactTime value={entry.at} withTime />}
              {sinceBefore !== null && ` · ${sinceBefore}`}
            </div>
            {entry.detail !== undefined && <div className={styles['detail']}>{entry.detail}</div>}
          </li>
        );
      })}
    </ol>
  );
}

/** Milliseconds between two moments, negative where they are out of order; null when one of them is none. */
function elapsedSince(before: string | undefined, at: string): number | null {
  const elapsed = new Date(at).getTime() - new Date(before ?? '').getTime();
  return Number.isNaN(elapsed) ? null : elapsed;
}

type TimelineTexts = ReturnType<typeof useAllMessages>['timeline'];

function sinceWords(elapsed: number, timeline: TimelineTexts, duration: (span: number) => string): string {
  if (Math.abs(elapsed) < 1000) return timeline.sameTime;
  return elapsed > 0 ? timeline.after(duration(elapsed)) : timeline.earlier(duration(-elapsed));
}

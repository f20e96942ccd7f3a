import { Timeline as MantineTimeline } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { ExactTime } from './ExactTime';

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
  const { timeline } = useEditorMessages();
  const { duration, span } = useFormats();
  if (entries.length === 0) return <p>{timeline.empty}</p>;
  return (
    <MantineTimeline role="list" bulletSize={12} lineWidth={2}>
      {entries.map((entry, index) => {
        const elapsed = span(entries[index - 1]?.at ?? '', entry.at);
        const sinceBefore = elapsed === null ? null : sinceWords(elapsed, timeline, duration);
        return (
          <MantineTimeline.Item key={entry.key} role="listitem" title={entry.title}>
            <div>
              {entry.at === '' ? timeline.noDate : <ExactTime value={entry.at} withTime />}
              {sinceBefore !== null && ` · ${sinceBefore}`}
            </div>
            {entry.detail !== undefined && <div>{entry.detail}</div>}
          </MantineTimeline.Item>
        );
      })}
    </MantineTimeline>
  );
}

type TimelineTexts = ReturnType<typeof useEditorMessages>['timeline'];

function sinceWords(elapsed: number, timeline: TimelineTexts, duration: (span: number) => string): string {
  if (Math.abs(elapsed) < 1000) return timeline.sameTime;
  return elapsed > 0 ? timeline.after(duration(elapsed)) : timeline.earlier(duration(-elapsed));
}

import { shownText } from '~/i18n/shown-text';
import type { OrderLine } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/panel/Panel';
import { Timeline, type TimelineEntry } from '~/ui/facts/Timeline';
import { LineLifecycle } from '~/features/order-lines/summary/LineLifecycle';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';

/** Where a line stands in its lifecycle, and every recorded change ("State Change Details") in the API's order. */
export function LineTimeline({ line }: { readonly line: OrderLine }) {
  const { linePage, timeline } = useEditorMessages();
  const entries: TimelineEntry[] = line.state_change.map((change, index) => ({
    key: String(index),
    at: change.change_date,
    title: <LineStateBadge line={{ state: change.state }} />,
    // The draft needs no reason; any other change without one says so.
    ...(change.change_reason !== ''
      ? { detail: shownText(change.change_reason) }
      : change.state === 'created'
        ? {}
        : { detail: timeline.noReason }),
  }));
  if (line.cancellation_date !== '') {
    entries.push({
      key: 'cancelled',
      at: line.cancellation_date,
      title: <LineStateBadge line={line} />,
      detail: shownText(line.cancellation_reason) || timeline.noReason,
    });
  }
  return (
    <Panel title={linePage.timeline}>
      <LineLifecycle line={line} />
      <Timeline entries={entries} />
    </Panel>
  );
}

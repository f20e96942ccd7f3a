import type { OrderLine } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/Panel';
import { Timeline, type TimelineEntry } from '~/ui/Timeline';
import { LineLifecycle } from './LineLifecycle';
import { LineStateBadge } from './LineStateBadge';

/** Where a line stands in its lifecycle, and every recorded change ("State Change Details") in the API's order. */
export function LineTimeline({ line }: { readonly line: OrderLine }) {
  const { linePage, timeline } = useAllMessages();
  const entries: TimelineEntry[] = line.state_change.map((change, index) => ({
    key: String(index),
    at: change.change_date,
    title: <LineStateBadge line={{ state: change.state }} />,
    // The draft needs no reason; any other change without one says so.
    ...(change.change_reason !== ''
      ? { detail: change.change_reason }
      : change.state === 'created'
        ? {}
        : { detail: timeline.noReason }),
  }));
  if (line.cancellation_date !== '') {
    entries.push({
      key: 'cancelled',
      at: line.cancellation_date,
      title: <LineStateBadge line={line} />,
      detail: line.cancellation_reason || timeline.noReason,
    });
  }
  return (
    <Panel title={linePage.timeline}>
      <LineLifecycle line={line} />
      <Timeline entries={entries} />
    </Panel>
  );
}

import type { CartReading } from '~/api/carts';
import { readableLines, type CartHeader } from '~/contract/cart';
import { lineName } from '~/features/order-lines/LineName';
import { LineStateBadge } from '~/features/order-lines/LineStateBadge';
import { useMessages } from '~/i18n/I18nProvider';
import { Panel } from '~/ui/Panel';
import { Timeline, type TimelineEntry } from '~/ui/Timeline';

/** The cart's own dates and the changes of its lines, oldest first; what has no date comes last. */
export function CartHistory({ reading }: { readonly reading: CartReading }) {
  const messages = useMessages();
  const { cartPage, timeline } = messages;
  const dates: CartHeader = reading.header ?? reading.cart;
  const cartEntries = [
    { at: dates.creation_date, title: timeline.cartCreated },
    { at: dates.order_date, title: timeline.cartOrdered },
    { at: dates.completion_date, title: timeline.cartCompleted },
    { at: dates.cancellation_date, title: timeline.cartCancelled },
  ].filter(({ at }) => at !== '');
  const lineEntries = readableLines(reading.cart).flatMap((line) =>
    line.state_change.map((change) => ({
      at: change.change_date,
      title: <LineStateBadge line={{ state: change.state }} />,
      detail: [lineName(line, messages), change.change_reason].filter((part) => part !== '').join(' – '),
    })),
  );
  const entries: TimelineEntry[] = [...cartEntries, ...lineEntries]
    .map((entry, index) => ({ ...entry, key: String(index) }))
    .toSorted((a, b) => momentOf(a.at) - momentOf(b.at));
  return (
    <Panel title={cartPage.history}>
      <Timeline entries={entries} />
    </Panel>
  );
}

function momentOf(at: string): number {
  const moment = new Date(at).getTime();
  return Number.isNaN(moment) ? Number.MAX_SAFE_INTEGER : moment;
}

import { shownText } from '~/i18n/shown-text';
import type { CartReading } from '~/api/read/carts';
import { readableLines, type CartHeader } from '~/contract/cart';
import { momentOf } from '~/contract/moments';
import type { OrderLine } from '~/contract/order-line';
import { lineName } from '~/features/order-lines/display/LineName';
import { LineStateBadge } from '~/features/order-lines/display/LineStateBadge';
import { useAllMessages } from '~/i18n/I18nProvider';
import { CartLifecycle } from '~/features/carts/display/CartLifecycle';
import { Panel } from '~/ui/panel/Panel';
import { Timeline, type TimelineEntry } from '~/ui/facts/Timeline';

interface NamedLine {
  readonly line: OrderLine;
  readonly name: string;
}

/** The cart's own dates and the changes of its lines, oldest first; what has no date comes last. */
export function CartHistory({ reading }: { readonly reading: CartReading }) {
  const messages = useAllMessages();
  const { cartPage } = messages;
  const { cartDates } = messages;
  const dates: CartHeader = reading.header ?? reading.cart;
  const cartEntries = [
    { at: dates.creation_date, title: cartDates.created },
    { at: dates.order_date, title: cartDates.ordered },
    { at: dates.completion_date, title: cartDates.completed },
    { at: dates.cancellation_date, title: cartDates.cancelled },
  ].filter(({ at }) => at !== '');
  const lineEntries = groupedChanges(
    readableLines(reading.cart).map((line) => ({ line, name: lineName(line, messages) })),
  ).map(({ state, at, names, reasons }) => ({
    at,
    title: <LineStateBadge line={{ state }} />,
    detail: [names.length > MANY ? cartPage.lineCount(names.length) : names.join(', '), ...reasons].join(
      ' – ',
    ),
  }));
  const entries: TimelineEntry[] = [...cartEntries, ...lineEntries]
    .map((entry, index) => ({ ...entry, key: String(index) }))
    .toSorted((a, b) => timeOf(a.at) - timeOf(b.at));
  return (
    <Panel title={cartPage.history}>
      <CartLifecycle state={reading.status.state} />
      <Timeline entries={entries} />
    </Panel>
  );
}

/** So many lines are counted, not named. */
const MANY = 3;
/** Changes of one minute are one entry. */
const MINUTE = 60_000;

/** The changes of all lines; lines that came to the same state together are told together. */
function groupedChanges(lines: readonly NamedLine[]) {
  const changes = lines.flatMap(({ name, line }) => line.state_change.map((change) => ({ ...change, name })));
  const groups = Map.groupBy(
    changes,
    ({ state, change_date }) => `${state} ${Math.floor(timeOf(change_date) / MINUTE)}`,
  );
  return [...groups.values()].map((group) => ({
    state: group[0]?.state ?? '',
    at: group[0]?.change_date ?? '',
    names: group.map(({ name }) => name),
    reasons: [...new Set(group.map(({ change_reason }) => shownText(change_reason)))].filter(
      (reason) => reason !== '',
    ),
  }));
}

/** What has no date comes last. */
function timeOf(at: string): number {
  const moment = momentOf(at);
  return Number.isNaN(moment) ? Number.MAX_SAFE_INTEGER : moment;
}

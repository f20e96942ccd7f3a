import { fold } from '~/mock-api/wire/folded-text';
import type { LineRow, StoredLine } from './stored-order';
import type { Store } from './store';

interface Order {
  readonly version: number;
  readonly lines: readonly StoredLine[];
}

const SORTABLE = [
  'id',
  'product_order_id',
  'end_customer_name',
  'external_id',
  'product_offering_id',
  'product_offering_qualification_item_id',
  'state',
  'order_reference',
  'temporary_reference',
  'customer_order_name',
  'creation_date',
  'order_date',
  'expiration_date',
  'scheduled_delivery_date',
] as const satisfies (keyof LineRow)[];

/** All lines in a wanted order. An order is kept until a line changes, so that a page costs no sorting. */
export class SortedLines {
  readonly #store: Store;
  readonly #orders = new Map<string, Order>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * By a field of the list, descending after "-"; the newest first for anything else. Lines that are equal keep the order
   * in which they were created.
   */
  by(sort: string): readonly StoredLine[] {
    const known = this.#orders.get(sort);
    if (known?.version === this.#store.version) return known.lines;
    const lines = sortLines(this.#store.lines(), sort);
    this.#orders.set(sort, { version: this.#store.version, lines });
    return lines;
  }
}

function sortLines(lines: StoredLine[], sort: string): StoredLine[] {
  const name = sort.replace(/^-/, '');
  const field = SORTABLE.find((sortable) => sortable === name);
  if (!field) return sortLines(lines, '-creation_date');
  const direction = sort.startsWith('-') ? -1 : 1;
  return lines
    .map((line) => ({ line, key: sortKey(line.row[field]) }))
    .toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -direction : direction))
    .map(({ line }) => line);
}

/** Names sort without regard to case and accents; missing values come first. */
function sortKey(value: string | number | null): string | number {
  return typeof value === 'string' ? fold(value) : (value ?? 0);
}

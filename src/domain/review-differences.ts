import { lineIds, readableLines, type Cart, type CartValues } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import { fieldOfLeaf, isSameLeaf, lineLeaves, type LeafKey, type LeafValue } from './line-leaves';

/** A cart as somebody has seen it: lines of which nothing was seen are not there. */
export interface SeenCart {
  readonly references: CartValues | null;
  /** Every line that the cart had; null when only some of its lines were looked at. */
  readonly lineIds: readonly string[] | null;
  readonly lines: ReadonlyMap<string, OrderLine>;
}

export interface LeafChange {
  readonly key: LeafKey;
  readonly before: LeafValue | undefined;
  readonly after: LeafValue | undefined;
}

export interface CartDifferences {
  readonly references: readonly (keyof CartValues)[];
  readonly added: ReadonlySet<string>;
  /** Lines that are not in the cart any more, as they were seen; those of which nothing was seen count by their id. */
  readonly removed: readonly (OrderLine | string)[];
  /** By line. */
  readonly changed: ReadonlyMap<string, readonly LeafChange[]>;
  /** How many things differ: references, lines that came or went, and fields. */
  readonly count: number;
}

/** The whole of a cart as seen. */
export function asSeen(cart: Cart): SeenCart {
  const lines = readableLines(cart);
  return {
    references: { external_id: cart.external_id, project_id: cart.project_id },
    lineIds: lineIds(cart),
    lines: new Map(lines.map((line) => [line.id, line])),
  };
}

/** What differs between a cart as it was seen and as it is now; what one side does not carry cannot be compared. */
export function cartDifferences(seen: SeenCart, cart: Cart): CartDifferences {
  const now = asSeen(cart);
  const ids = now.lineIds ?? [];
  const { references: seenReferences, lineIds: seenIds } = seen;
  const references = (['external_id', 'project_id'] as const).filter(
    (field) => seenReferences !== null && seenReferences[field] !== cart[field],
  );
  const added = new Set(seenIds === null ? [] : ids.filter((id) => !seenIds.includes(id)));
  const removed = (seenIds ?? []).filter((id) => !ids.includes(id)).map((id) => seen.lines.get(id) ?? id);
  const changed = new Map<string, readonly LeafChange[]>();
  for (const [id, line] of now.lines) {
    const before = seen.lines.get(id);
    const changes = before ? lineDifferences(before, line) : [];
    if (changes.length > 0) changed.set(id, changes);
  }
  const fields = [...changed.values()].reduce((sum, changes) => sum + changes.length, 0);
  return {
    references,
    added,
    removed,
    changed,
    count: references.length + added.size + removed.length + fields,
  };
}

/** The leaves that differ between two readings of a line, of the fields that both carry. */
export function lineDifferences(before: OrderLine, after: OrderLine): LeafChange[] {
  const [left, right] = [lineLeaves(before), lineLeaves(after)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => {
      const field = fieldOfLeaf(key);
      return field !== null && before.returned.includes(field) && after.returned.includes(field);
    })
    .filter((key) => !isSameLeaf(key, left.get(key), right.get(key)))
    .map((key) => ({ key, before: left.get(key), after: right.get(key) }));
}

/** One line of two readings: every field of the newer, and of the older what the newer does not carry. */
export function completedBy(newer: OrderLine, older: OrderLine): OrderLine {
  const extra = older.returned.filter((field) => !newer.returned.includes(field));
  const completed = { ...newer, returned: [...newer.returned, ...extra] };
  return Object.assign(completed, Object.fromEntries(extra.map((field) => [field, older[field]])));
}

import { lineIds, readableLines, type Cart, type CartValues } from '~/contract/cart';
import type { OrderLine } from '~/contract/order-line';
import { isSameText } from '~/domain/fields/same-text';
import {
  fieldOfPath,
  isSameField,
  lineFieldValues,
  type FieldPath,
  type FieldValue,
} from '~/domain/fields/field-paths';

/** A cart as a person has seen it, without the lines that they have not seen. */
export interface CartSnapshot {
  readonly references: CartValues | null;
  /** Every line that the cart had; null when only some of its lines were looked at. */
  readonly lineIds: readonly string[] | null;
  readonly lines: ReadonlyMap<string, OrderLine>;
}

export interface FieldChange {
  readonly key: FieldPath;
  readonly before: FieldValue | undefined;
  readonly after: FieldValue | undefined;
}

export interface CartDiff {
  readonly references: readonly (keyof CartValues)[];
  readonly added: ReadonlySet<string>;
  /** Lines that are not in the cart any more, as they were seen; those of which nothing was seen count by their id. */
  readonly removed: readonly (OrderLine | string)[];
  /** By line. */
  readonly changed: ReadonlyMap<string, readonly FieldChange[]>;
  /** How many things differ: references, lines that came or went, and fields. */
  readonly count: number;
}

/** The whole of a cart as seen. */
export function toSnapshot(cart: Cart): CartSnapshot {
  const lines = readableLines(cart);
  return {
    references: { external_id: cart.external_id, project_id: cart.project_id },
    lineIds: lineIds(cart),
    lines: new Map(lines.map((line) => [line.id, line])),
  };
}

/**
 * The fields that are compared. `returned`: those that both readings carry, for readings of two kinds. `all`: an absent field
 * counts as empty, for two readings of the same kind.
 */
export type ComparedFields = 'returned' | 'all';

/** The differences between a cart as it was seen and as it is now. */
export function cartDiff(seen: CartSnapshot, cart: Cart, compared: ComparedFields = 'returned'): CartDiff {
  const now = toSnapshot(cart);
  const ids = now.lineIds ?? [];
  const { references: seenReferences, lineIds: seenIds } = seen;
  const references = (['external_id', 'project_id'] as const).filter(
    (field) => seenReferences !== null && !isSameText(seenReferences[field], cart[field]),
  );
  const added = new Set(seenIds === null ? [] : ids.filter((id) => !seenIds.includes(id)));
  const removed = (seenIds ?? []).filter((id) => !ids.includes(id)).map((id) => seen.lines.get(id) ?? id);
  const changed = new Map<string, readonly FieldChange[]>();
  for (const [id, line] of now.lines) {
    const before = seen.lines.get(id);
    const changes = before ? lineDiff(before, line, compared) : [];
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

/** The fields that differ between two readings of a line. */
export function lineDiff(
  before: OrderLine,
  after: OrderLine,
  compared: ComparedFields = 'returned',
): FieldChange[] {
  const [left, right] = [lineFieldValues(before), lineFieldValues(after)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => {
      const field = fieldOfPath(key);
      if (compared === 'all') return true;
      return field !== null && before.returned.includes(field) && after.returned.includes(field);
    })
    .filter((key) => !isSameField(key, left.get(key), right.get(key)))
    .map((key) => ({ key, before: left.get(key), after: right.get(key) }));
}

/** One line of two readings: every field of the newer, and of the older what the newer does not carry. */
export function completedBy(newer: OrderLine, older: OrderLine): OrderLine {
  const extra = older.returned.filter((field) => !newer.returned.includes(field));
  const completed = { ...newer, returned: [...newer.returned, ...extra] };
  return Object.assign(completed, Object.fromEntries(extra.map((field) => [field, older[field]])));
}

interface Keyed {
  readonly key: string;
}

/** A row and the place in the document that draws it. */
export interface RecycledRow<Entry> {
  readonly slot: number;
  readonly entry: Entry;
}

/**
 * Gives every row a place to be drawn in. A row that was there before keeps its place, and its very object where it says
 * the same as before; a new one takes the place of one that is gone. Fifty places that change their texts cost far less
 * than fifty rows taken away and fifty made.
 */
export function toRecycledRows<Entry extends Keyed>(
  before: readonly RecycledRow<Entry>[],
  entries: readonly Entry[],
): readonly RecycledRow<Entry>[] {
  const known = new Map(before.map((row) => [row.entry.key, row]));
  const keys = new Set(entries.map(({ key }) => key));
  const free = before.flatMap(({ slot, entry }) => (keys.has(entry.key) ? [] : [slot])).values();
  let next = before.reduce((most, { slot }) => Math.max(most, slot + 1), 0);
  return entries.map((entry) => {
    const own = known.get(entry.key);
    if (own) return isSame(own.entry, entry) ? own : { slot: own.slot, entry };
    const freed = free.next();
    if (!freed.done) return { slot: freed.value, entry };
    next += 1;
    return { slot: next - 1, entry };
  });
}

/** Compares two levels deep: an entry, and the row in it, whose values are texts. */
function isSame(a: unknown, b: unknown, depth = 2): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || !isRecord(a) || !isRecord(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isSame(a[name], b[name], depth - 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

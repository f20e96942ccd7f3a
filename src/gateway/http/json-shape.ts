const DEEPEST = 20;
const MOST_KEYS = 2000;

/** Whether parsed JSON stays within the depth and size that a body of the API can have. */
export function isModest(value: unknown): boolean {
  let keys = 0;
  const fits = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    const entries: readonly unknown[] = Object.values(value);
    keys += entries.length;
    return depth < DEEPEST && keys <= MOST_KEYS && entries.every((entry) => fits(entry, depth + 1));
  };
  return fits(value, 0);
}

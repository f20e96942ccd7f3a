import { momentOf } from './moments';
import { isWireObject, text } from './scalars';

/**
 * Whether rows are in the order of a sort; null when the rows do not show it. A sort is a field, with "-" in front for
 * descending. Rows with an empty field do not count. Any usual order of texts counts: by letter, by code, numbers by
 * value.
 */
export function isInOrder(rows: readonly unknown[], sort: string): boolean | null {
  const field = sort.replace(/^-/, '');
  const keys = rows
    .map((row) => (isWireObject(row) ? text.parse(row[field]) : ''))
    .filter((key) => key !== '');
  if (new Set(keys).size < 2) return null;
  const ordered = sort.startsWith('-') ? keys.toReversed() : keys;
  const comparers = field.endsWith('_date') ? [byTime] : [byCode, byLetter, byNumber];
  return comparers.some((compare) =>
    ordered.every((key, index) => index === 0 || compare(ordered[index - 1] ?? '', key) <= 0),
  );
}

type Compare = (a: string, b: string) => number;

const byCode: Compare = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
const byLetter: Compare = new Intl.Collator('en', { sensitivity: 'base' }).compare;
const byNumber: Compare = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare;
const byTime: Compare = (a, b) => {
  const difference = momentOf(a) - momentOf(b);
  return Number.isNaN(difference) ? byCode(a, b) : difference;
};

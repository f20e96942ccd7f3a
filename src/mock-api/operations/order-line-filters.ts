import { dateTest } from '~/mock-api/wire/filter-dates';
import { fold } from '~/mock-api/wire/folded-text';
import type { SortedLines } from '~/mock-api/store/sorted-lines';
import type { LineRow, StoredLine } from '~/mock-api/store/stored-order';

type RowTest = (row: LineRow) => boolean;

/**
 * The lines that a query of "List of order lines" asks for, in its order. State is compared whole, references and names
 * in part and without case and accents. Throws a 400 for a date that is none.
 */
export function findLines(sorted: SortedLines, query: URLSearchParams): readonly StoredLine[] {
  const lines = sorted.by(query.get('sort') ?? '');
  const tests = [...rowTests(query), ...searchTests(query.get('search') ?? '')];
  if (tests.length === 0) return lines;
  return lines.filter(({ row }) => tests.every((test) => test(row)));
}

function rowTests(query: URLSearchParams): RowTest[] {
  const state = query.get('state');
  const tests: RowTest[] = state ? [(row) => row.state === state] : [];
  for (const field of [
    'order_reference',
    'temporary_reference',
    'customer_order_name',
    'end_customer_name',
  ] as const) {
    const part = fold(query.get(field) ?? '');
    if (part !== '') tests.push((row) => fold(row[field]).includes(part));
  }
  for (const date of ['creation_date', 'order_date', 'expiration_date'] as const) {
    const passes = dateTest(query, date);
    if (passes) tests.push((row) => passes(row[date]));
  }
  return tests;
}

/** Every word must be found somewhere; ids count from eight characters on, for any shorter word is in some id. */
function searchTests(search: string): RowTest[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return [
    (row) => {
      const text = searchText(row);
      return words.every((word) => text.includes(word) || (word.length >= 8 && idsOf(row).includes(word)));
    },
  ];
}

const searchTexts = new WeakMap<LineRow, string>();

/** Put together once per row: a changed line has a new row. */
function searchText(row: LineRow): string {
  const before = searchTexts.get(row);
  if (before !== undefined) return before;
  const names = [row.end_customer_name, row.customer_order_name, row.external_id].map(fold).join('\n');
  const codes = [row.product_offering_id, row.state, row.order_reference, row.temporary_reference];
  const text = `${names}\n${codes.join('\n').toLowerCase()}`;
  searchTexts.set(row, text);
  return text;
}

function idsOf(row: LineRow): string {
  return `${row.id}\n${row.product_order_id}\n${row.product_offering_qualification_item_id}`.toLowerCase();
}

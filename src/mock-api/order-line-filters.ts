import { dateTest } from './filter-dates';
import { fold } from './folded-text';
import type { SortedLines } from './sorted-lines';
import type { LineRow, StoredLine } from './stored-order-line';

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
  return fold(search)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const ids = word.length >= 8;
      return (row) => {
        const { texts, idTexts } = searchTexts(row);
        return texts.includes(word) || (ids && idTexts.includes(word));
      };
    });
}

interface SearchTexts {
  readonly texts: string;
  readonly idTexts: string;
}

const known = new WeakMap<LineRow, SearchTexts>();

/** Folded once per row: a changed line has a new row. */
function searchTexts(row: LineRow): SearchTexts {
  const before = known.get(row);
  if (before) return before;
  const joined = {
    texts: [
      row.end_customer_name,
      row.external_id,
      row.product_offering_id,
      row.state,
      row.order_reference,
      row.temporary_reference,
      row.customer_order_name,
    ]
      .map(fold)
      .join('\n'),
    idTexts: [row.id, row.product_order_id, row.product_offering_qualification_item_id].join('\n'),
  };
  known.set(row, joined);
  return joined;
}

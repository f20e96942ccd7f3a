import type { LineValues, OrderLine } from '~/contract/order-line';
import { CONTACT_FIELDS } from '~/contract/contact';
import { lineFieldValues } from '~/domain/fields/field-paths';
import { compareEcho, creationValues } from '~/domain/lines/order-line-changes';
import type { CheckedRow } from './check-rows';
import { visibleText } from './plain-text';

/** Where the values of a row are already: in an earlier row of the file, in a line of the cart, in another draft. */
export type Duplicate =
  | { readonly where: 'file'; readonly rowNumber: number }
  | { readonly where: 'cart' | 'draft'; readonly lineId: string };

/**
 * The rows that are there already, by their number. A line is a row's when it holds all that the row sends, as far as its
 * reading shows it; a row without a reference may be any. Each line counts for one row, so that of two equal rows the second is
 * one of the file. `draftsRead` are the lines of other drafts that were read; invisible characters make no difference.
 */
export function findDuplicates(
  rows: readonly Pick<CheckedRow, 'row' | 'values'>[],
  linesOfCart: readonly OrderLine[],
  draftsRead: readonly OrderLine[],
): ReadonlyMap<number, Duplicate> {
  const found = new Map<number, Duplicate>();
  const [inCart, inDrafts] = [new Lines(linesOfCart), new Lines(draftsRead)];
  const seen = new Map<string, number>();
  for (const { row, values } of rows) {
    const key = contentKey(values);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.rowNumber);
    const duplicate =
      inCart.take(values, 'cart') ??
      (earlier === undefined ? inDrafts.take(values, 'draft') : { where: 'file', rowNumber: earlier });
    if (duplicate) found.set(row.rowNumber, duplicate);
  }
  return found.size === 0 ? NONE : found;
}

/** The same each time: what shows the rows is not drawn again for nothing. */
const NONE: ReadonlyMap<number, Duplicate> = new Map();

/** Lines that belong to no row yet. */
class Lines {
  readonly #byIdentity = new Map<string, OrderLine[]>();

  constructor(lines: readonly OrderLine[]) {
    for (const line of lines) {
      const key = identity(line);
      const known = this.#byIdentity.get(key) ?? [];
      this.#byIdentity.set(key, [...known, { ...line, ...visibleValues(line) }]);
    }
  }

  take(values: LineValues, where: 'cart' | 'draft'): Duplicate | null {
    const candidates = this.#byIdentity.get(identity(values)) ?? [];
    if (candidates.length === 0) return null;
    const sent = creationValues(visibleValues(values));
    const index = candidates.findIndex((line) =>
      compareEcho(sent, line).every(({ stored }) => stored === undefined),
    );
    const [line] = index === -1 ? [] : candidates.splice(index, 1);
    return line ? { where, lineId: line.id } : null;
  }
}

function identity(values: LineValues): string {
  const { product_offering_id: offer, product_offering_qualification_item_id: item } = values;
  return JSON.stringify([visibleText(offer), visibleText(item)]);
}

/** Equal for rows of equal values; fields that end empty do not count. */
function contentKey(values: LineValues): string {
  const texts = Array.from(lineFieldValues(values).values(), (value) =>
    typeof value === 'string' ? visibleText(value) : String(value ?? ''),
  );
  return texts.join('\0').replace(/\0+$/, '');
}

/** The values without invisible characters. */
function visibleValues(values: LineValues): LineValues {
  const scalars = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? visibleText(value) : value,
    ]),
  );
  return {
    ...values,
    ...scalars,
    related_contact_information: values.related_contact_information.map((contact) => ({
      ...contact,
      ...Object.fromEntries(CONTACT_FIELDS.map((field) => [field, visibleText(contact[field])])),
    })),
  };
}

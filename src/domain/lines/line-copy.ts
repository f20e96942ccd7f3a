import { emptyContact, pickContactValues } from '~/contract/contact';
import {
  emptyLineValues,
  LINE_FIELDS,
  pickLineScalars,
  type LineField,
  type LineValues,
  type OrderLine,
} from '~/contract/order-line';

/**
 * What belongs to one order and not by itself to a copy of it: the person's own reference, the day that was asked for,
 * and the line of the quote, which is ordered once and locks five fields of whatever line carries it.
 */
export const FIELDS_OF_ONE_ORDER = [
  'external_id',
  'scheduled_delivery_date',
  'quote_item_id',
] as const satisfies LineField[];
type FieldOfOneOrder = (typeof FIELDS_OF_ONE_ORDER)[number];

export interface LineCopy {
  /** What a new line begins with. */
  readonly values: LineValues;
  /** Filled in the original and left out of the copy. */
  readonly leftOut: readonly FieldOfOneOrder[];
  /** Fields that the original's answer did not carry: their value is unknown. */
  readonly unknown: readonly LineField[];
}

/**
 * A copy of a line for a new one: every field of "Creating an Order Line" but those of one order, of which `keep` names
 * the ones that are wanted all the same. Identifiers, states, references, dates and errors are not among them. A site
 * and its contacts are copied without what else the API keeps there, for that may be an identifier.
 */
export function copyLine(line: OrderLine, keep: readonly FieldOfOneOrder[] = []): LineCopy {
  const dropped = FIELDS_OF_ONE_ORDER.filter((field) => !keep.includes(field));
  const empty = emptyLineValues();
  const values: LineValues = {
    ...pickLineScalars(line),
    related_contact_information: line.related_contact_information.map((contact) => ({
      ...emptyContact(),
      ...pickContactValues(contact),
    })),
  };
  for (const field of dropped) values[field] = empty[field];
  return {
    values,
    leftOut: dropped.filter((field) => line[field] !== ''),
    unknown: LINE_FIELDS.filter((field) => !line.returned.includes(field)),
  };
}

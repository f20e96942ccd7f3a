import { emptyLineValues, LINE_FIELDS, type LineValues, type OrderLine } from '~/contract/order-line';
import { isToolReference } from '~/domain/carts/tool-reference';
import {
  changedFields,
  fieldOfPath,
  isSameField,
  lineFieldValues,
  withFieldsFrom,
  type FieldPath,
} from '~/domain/fields/field-paths';
import { isDia } from '~/domain/fields/offer-rules';
import { compareEcho, creationValues } from '~/domain/lines/order-line-changes';
import type { RowState } from './row-state';

/*
 * Which line of a cart is the one that a row created. A row is known by its cart, offer, eligibility item and reference,
 * and by its ordinal among equal rows. A line that differs in anything that was sent is another one's.
 */

/** Equal for two rows, or a row and a line, that may be the same. */
export function rowIdentity(
  values: Pick<LineValues, 'product_offering_id' | 'product_offering_qualification_item_id' | 'external_id'>,
): string {
  const { product_offering_id, product_offering_qualification_item_id, external_id } = values;
  return JSON.stringify(
    [product_offering_id, product_offering_qualification_item_id, external_id].map((value) =>
      value.normalize(),
    ),
  );
}

/**
 * Whether a line holds all that a row sends, as far as its answer carries it. `ownFields` are those for which the server
 * keeps values of its own. A reference of the desk's own is on no other line, so it is enough.
 */
export function holdsRow(values: LineValues, line: OrderLine, ownFields: ReadonlySet<FieldPath>): boolean {
  if (rowIdentity(values) !== rowIdentity(line)) return false;
  if (isToolReference(values.external_id)) return true;
  return compareEcho(creationValues(values), line).every(
    ({ key, stored }) => stored === undefined || ownFields.has(key),
  );
}

/** The fields for which the server has shown values other than the sent ones, on lines of this batch. */
export function serverOwnFields(
  rows: readonly { readonly values: LineValues; readonly state: RowState }[],
): ReadonlySet<FieldPath> {
  return new Set(
    rows.flatMap(({ values, state }) => ('made' in state ? changedFields(values, state.made) : [])),
  );
}

/** The values of a created line: what was sent, with what the answer shows of it on top. */
export function madeValues(sent: LineValues, answer: OrderLine): LineValues {
  const made: LineValues = { ...emptyLineValues(), ...creationValues(sent) };
  const shown = Object.fromEntries(
    LINE_FIELDS.filter((field) => answer.returned.includes(field)).map((field) => [field, answer[field]]),
  );
  return { ...made, ...shown };
}

/**
 * The values of a line that a reading found: what was sent, for a colleague may have changed the line since. The fields of
 * the server's own are taken from the reading.
 */
export function foundValues(
  sent: LineValues,
  line: OrderLine,
  ownFields: ReadonlySet<FieldPath>,
): LineValues {
  const computed = isDia(line) ? ['enni'] : [];
  const made: LineValues = { ...emptyLineValues(), ...creationValues(sent) };
  return withFieldsFrom(made, line, [...ownFields, ...computed]);
}

/** Whether a line is still as it was created, as far as its answer carries it. */
export function isAsMade(made: LineValues, line: OrderLine): boolean {
  const now = lineFieldValues(line);
  return [...lineFieldValues(made), ...now].every(([key]) => {
    const field = fieldOfPath(key);
    if (field === null || !line.returned.includes(field)) return true;
    return isSameField(key, lineFieldValues(made).get(key), now.get(key));
  });
}

/** What a reading says of a row: its line, several that may be it, or none. */
export type Match<L> =
  | { readonly kind: 'line'; readonly line: L }
  | { readonly kind: 'several'; readonly lines: readonly L[] }
  | { readonly kind: 'none' };

/**
 * Gives each row its line among lines that belong to no row yet. Equal rows take equal lines in their order. Where more
 * lines are equal than rows, nothing tells them apart: `several`, or the first ones where any of them will do.
 */
export function matchRows<L>(
  rows: readonly LineValues[],
  lines: readonly L[],
  holds: (values: LineValues, line: L) => boolean,
  surplus: 'several' | 'first',
): readonly Match<L>[] {
  const taken = new Set<L>();
  return rows.map((values, index) => {
    const candidates = lines.filter((line) => !taken.has(line) && holds(values, line));
    const [first] = candidates;
    if (first === undefined) return { kind: 'none' };
    const equals = rows.slice(index).filter((other) => isSameRow(values, other)).length;
    if (surplus === 'several' && candidates.length > equals) return { kind: 'several', lines: candidates };
    taken.add(first);
    return { kind: 'line', line: first };
  });
}

/** Whether two rows send the same. */
function isSameRow(one: LineValues, other: LineValues): boolean {
  return rowIdentity(one) === rowIdentity(other) && changedFields(one, other).length === 0;
}

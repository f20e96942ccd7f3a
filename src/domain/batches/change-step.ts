import { LINE_FIELDS, type LineValues, type OrderLine } from '~/contract/order-line';
import {
  changedFields,
  fieldOfPath,
  isSameField,
  lineFieldValues,
  type FieldPath,
} from '~/domain/fields/field-paths';
import { mergeLine, smallestPatch } from '~/domain/lines/order-line-changes';
import type { BatchRow } from './batch';
import type { ValueChange } from './row-state';

/*
 * What a row does to its line, decided on a fresh reading. The base is the line as it was when the change was planned, so
 * a colleague's change of the same field is a conflict, and never overwritten.
 */

/** `write`: the values that the line is to have then, and the smallest body for them. */
type ChangeStep =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'write'; readonly after: LineValues; readonly patch: Partial<LineValues> };

/** What is to be done to a line that reads `now`, so that the fields that differ between `base` and `mine` are mine. */
export function changeStep(base: LineValues, mine: LineValues, now: OrderLine): ChangeStep {
  const { values, conflicts } = mergeLine(base, mine, now);
  if (conflicts.length > 0) return { kind: 'conflict' };
  const wanted = changedFields(now, values);
  if (wanted.length === 0) return { kind: 'unchanged' };
  const patch = smallestPatch(now, values);
  const isWhole = changedFields({ ...now, ...patch }, values).length === 0;
  return isWhole ? { kind: 'write', after: values, patch } : { kind: 'locked' };
}

/**
 * What an undo puts back on a line that reads `now`: the fields whose value is still the one that the row wrote. Null for
 * nothing; `isWhole` when no field of the row has a third value, or is locked since.
 */
export function revertStep(
  { before, after }: ValueChange,
  now: OrderLine,
): { readonly patch: Partial<LineValues> | null; readonly isWhole: boolean } {
  const { values, conflicts } = mergeLine(after, before, now);
  const patch = smallestPatch(now, values);
  const isSent = changedFields({ ...now, ...patch }, values).length === 0;
  // What the answer does not carry may have any value.
  const isRead = changedFields(before, after).every((key) => isCarried(key, now));
  return {
    patch: Object.keys(patch).length === 0 ? null : patch,
    isWhole: conflicts.length === 0 && isSent && isRead,
  };
}

/** The values of a changed line: what was sent, with what the answer shows of it on top. */
export function valuesAfter(sent: LineValues, answer: OrderLine): LineValues {
  const shown = LINE_FIELDS.filter((field) => answer.returned.includes(field));
  return { ...sent, ...Object.fromEntries(shown.map((field) => [field, answer[field]])) };
}

/** Whether a line shows a change, as far as its answer carries the changed fields. At least one it must carry. */
export function showsChange({ before, after }: ValueChange, line: OrderLine): boolean {
  const [wanted, now] = [lineFieldValues(after), lineFieldValues(line)];
  const carried = changedFields(before, after).filter((key) => isCarried(key, line));
  return carried.length > 0 && carried.every((key) => isSameField(key, wanted.get(key), now.get(key)));
}

function isCarried(key: FieldPath, { returned }: OrderLine): boolean {
  const field = fieldOfPath(key);
  return field !== null && returned.includes(field);
}

/** The fields of a changed row for which the API has another value than the one that was sent. */
export function fieldsStoredOtherwise({
  values,
  change,
  state,
}: Pick<BatchRow, 'values' | 'change' | 'state'>): FieldPath[] {
  if (!change || state.kind !== 'changed') return [];
  const different = changedFields(values, state.after);
  return changedFields(change.base, values).filter((key) => different.includes(key));
}

import type { LineValues } from '~/contract/order-line';
import { lineIssues, type LineIssue } from '~/domain/lines/confirmation-readiness';
import { changedFields, type FieldPath } from '~/domain/fields/field-paths';

/** What is typed, and what follows from it. */
export interface LineEdit {
  readonly values: LineValues;
  readonly issues: readonly LineIssue[];
  /** The fields that differ from the base. */
  readonly changed: readonly FieldPath[];
}

/** Derives an edit from values. `today` is an ISO date; equal issues stay the array of the edit `before`. */
export function toLineEdit(base: LineValues, values: LineValues, today: string, before?: LineEdit): LineEdit {
  return {
    values,
    issues: sameOrNew(before?.issues ?? [], lineIssues(values, today)),
    changed: changedFields(base, values),
  };
}

export function isSameIssue(a: LineIssue | undefined, b: LineIssue | undefined): boolean {
  return a === b || (a?.key === b?.key && a?.code === b?.code && a?.severity === b?.severity);
}

/** Gives the previous array when the issues are equal, so that subscribers do not render. */
function sameOrNew(before: readonly LineIssue[], now: readonly LineIssue[]): readonly LineIssue[] {
  const isSame =
    before.length === now.length && now.every((issue, index) => isSameIssue(before[index], issue));
  return isSame ? before : now;
}

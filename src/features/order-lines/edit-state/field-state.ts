import type { LineValues, OrderLine } from '~/contract/order-line';
import type { LineIssue } from '~/domain/lines/confirmation-readiness';
import { copiedFieldLock, fieldLock, type LockReason } from '~/domain/fields/field-lock';
import { fieldOfPath, isSameField, lineFieldValues, type FieldPath } from '~/domain/fields/field-paths';
import { isSameIssue, type LineEdit } from './line-edit';
import type { ServerError, ServerErrors } from './server-errors';

/** The operator's words on values of a line. */
export interface RejectedValues {
  readonly texts: ReadonlyMap<FieldPath, string>;
  /** The values that they are about. */
  readonly of: LineValues;
}

/** What an editor knows that concerns its fields. */
interface EditorFacts {
  /** The line as the API has it; null for a new one. */
  readonly saved: OrderLine | null;
  readonly base: LineValues;
  readonly isLocked: boolean;
  readonly edit: LineEdit;
  readonly errors: ServerErrors | null;
  readonly rejections: RejectedValues;
}

/** What concerns one field of the form. */
export interface FieldState {
  /** Why it cannot be typed in; null when it can. */
  readonly lock: LockReason | null;
  /** Its most serious issue. */
  readonly issue: LineIssue | undefined;
  /** Why the last save refused its present value. */
  readonly serverError: ServerError | undefined;
  /** The operator's words on its present value. */
  readonly rejection: string | undefined;
}

export function fieldState(key: FieldPath, facts: EditorFacts): FieldState {
  const { edit, errors, rejections } = facts;
  const present = lineFieldValues(edit.values).get(key);
  const isStill = (values: LineValues) => isSameField(key, lineFieldValues(values).get(key), present);
  return {
    lock: lockOf(key, facts),
    issue: mostSerious(edit.issues, key),
    serverError: errors && isStill(errors.of) ? errors.errors.find((error) => error.key === key) : undefined,
    rejection: rejections.texts.has(key) && isStill(rejections.of) ? rejections.texts.get(key) : undefined,
  };
}

export function isSameState(a: FieldState, b: FieldState): boolean {
  return (
    a.lock === b.lock &&
    a.serverError === b.serverError &&
    a.rejection === b.rejection &&
    isSameIssue(a.issue, b.issue)
  );
}

function lockOf(key: FieldPath, { saved, base, isLocked, edit }: EditorFacts): LockReason | null {
  const field = fieldOfPath(key);
  if (!field) return null;
  if (isLocked) return 'not-draft';
  return fieldLock(saved, field, edit.values) ?? (saved ? null : copiedFieldLock(base, field, edit.values));
}

function mostSerious(issues: readonly LineIssue[], key: FieldPath): LineIssue | undefined {
  const own = issues.filter((issue) => issue.key === key);
  return own.find(({ severity }) => severity === 'error') ?? own[0];
}

import type { SaveOutcome } from '~/api/write/save-line';
import { hasFields } from '~/api/transport/api-error';
import type { LineValues } from '~/contract/order-line';
import type { PropertyPath } from '~/contract/property-path';
import { lineIssues, type LineIssue } from '~/domain/lines/confirmation-readiness';
import { fieldPathOf, type FieldPath } from '~/domain/fields/field-paths';

/** One value of a line that was not saved. */
export interface ServerError {
  readonly path: PropertyPath;
  /** Its field in the form; null where the form has none. */
  readonly key: FieldPath | null;
  /** The API's words; '' where the desk found it. */
  readonly message: string;
  /** The rule that the value breaks, where we know one: it explains the error in the person's language. */
  readonly issue?: LineIssue;
}

/** Why a line was not saved, field by field: the API refused values, or what every line needs is missing. */
export interface ServerErrors {
  readonly by: 'api' | 'desk';
  readonly errors: readonly ServerError[];
  /** The values that were submitted; an error ends when its value changes. */
  readonly of: LineValues;
}

/** The errors of an outcome at single fields; null where it has none. `today` is an ISO date. */
export function toServerErrors(
  outcome: SaveOutcome,
  submitted: LineValues,
  today: string,
): ServerErrors | null {
  if (outcome.kind === 'incomplete') {
    const errors = outcome.missing.map((issue) => ({
      path: [issue.key],
      key: issue.key,
      message: '',
      issue,
    }));
    return { by: 'desk', errors, of: submitted };
  }
  if (outcome.kind !== 'failed' || !hasFields(outcome.error)) return null;
  const issues = lineIssues(submitted, today);
  const errors = outcome.error.fields.map(({ path, message }): ServerError => {
    const key = fieldPathOf(path);
    const issue = issues.find((known) => known.key === key && known.severity === 'error');
    return { path, key, message, ...(issue && { issue }) };
  });
  return { by: 'api', errors, of: submitted };
}

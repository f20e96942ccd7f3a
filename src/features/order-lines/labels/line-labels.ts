import { shownText } from '~/i18n/shown-text';
import type { FieldValue } from '~/domain/fields/field-paths';
import { REQUIRED_TO_CREATE, type LineIssue } from '~/domain/lines/confirmation-readiness';
import type { EditorMessages } from '~/i18n/messages';

/** What is the matter with a field, in words. */
export function issueText({ key, code, severity }: LineIssue, { issues, doubtful }: EditorMessages): string {
  const isNeededToCreate = code === 'required' && REQUIRED_TO_CREATE.some((field) => field === key);
  const text = isNeededToCreate ? issues.requiredToCreate : issues[code];
  return severity === 'warning' ? doubtful(text) : text;
}

interface RefusedValue {
  readonly issue?: LineIssue | undefined;
  readonly message: string;
}

/** Why a value was refused: our words where we know the rule, else the API's. */
export function serverErrorText({ issue, message }: RefusedValue, messages: EditorMessages): string {
  return issue ? issueText(issue, messages) : shownText(message);
}

/** A value in words; '' for what is not filled. */
export function fieldText(value: FieldValue | undefined, { common }: Pick<EditorMessages, 'common'>): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  return typeof value === 'string' ? shownText(value) : value.map(shownText).join(', ');
}

/** A value as it reads in a sentence. */
export function valueText(value: FieldValue | undefined, messages: EditorMessages): string {
  return fieldText(value, messages) || messages.linePage.empty;
}

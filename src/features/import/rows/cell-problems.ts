import type { FieldPath } from '~/domain/fields/field-paths';
import type { CheckedRow } from '~/domain/import/check-rows';
import { issueText } from '~/features/order-lines/labels/line-labels';
import type { Messages } from '~/i18n/messages';

/** What is the matter with a cell, in words; empty where nothing is. */
export function cellProblems(
  { notes, issues }: CheckedRow,
  field: FieldPath,
  messages: Messages,
): readonly string[] {
  const note = notes.get(field);
  return [
    ...(note ? [messages.importing.notes[note.code]] : []),
    ...issues.filter(({ key }) => key === field).map((issue) => issueText(issue, messages)),
  ];
}

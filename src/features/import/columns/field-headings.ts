import { CONTACT_FIELDS } from '~/contract/contact';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import type { FieldHeadings } from '~/domain/import/match-columns';
import { fieldLabel } from '~/i18n/field-label';
import { LANGUAGES, type Language } from '~/i18n/language';
import { loadEditorMessages, type EditorMessages } from '~/i18n/messages';

/** The headings of every field that can be imported, in all languages. */
export async function loadFieldHeadings(): Promise<readonly FieldHeadings[]> {
  return fieldHeadings(
    await Promise.all(LANGUAGES.map((language: Language) => loadEditorMessages(language))),
  );
}

/** The headings of every field in the languages of `texts`: the labels of the screen, and those of exports. */
export function fieldHeadings(texts: readonly EditorMessages[]): readonly FieldHeadings[] {
  return IMPORT_FIELDS.map((field) => ({
    field,
    headings: texts.flatMap((messages) => headingsOf(field, messages)),
  }));
}

/** The heading of a field in a file of ours. */
export function fieldHeading(
  field: string,
  { contactFields, linePage, ...messages }: EditorMessages,
): string {
  const contactField = contactFieldOf(field);
  const section = contactField === null ? null : sectionOf(contactField, linePage);
  if (contactField === null || section === null)
    return fieldLabel(field, { contactFields, linePage, ...messages });
  return `${section} : ${contactFields[contactField]}`;
}

function headingsOf(field: string, messages: EditorMessages): string[] {
  const contactField = contactFieldOf(field);
  return [
    fieldHeading(field, messages),
    fieldLabel(field, messages),
    ...(contactField === null ? [] : [messages.contactFields[contactField]]),
  ];
}

function contactFieldOf(field: string) {
  const name = field.split('.')[2];
  return CONTACT_FIELDS.find((known) => known === name) ?? null;
}

function sectionOf(contactField: string, { contact1, contact2 }: EditorMessages['linePage']): string | null {
  if (contactField.startsWith('contact1_')) return contact1;
  return contactField.startsWith('contact2_') ? contact2 : null;
}

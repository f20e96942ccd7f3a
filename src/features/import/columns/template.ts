import { REQUIRED_TO_CREATE } from '~/domain/lines/confirmation-readiness';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import type { ExportFormat } from '~/features/lists/export/export-file';
import { writeCsv } from '~/features/lists/export/write-csv';
import { writeXlsx } from '~/features/lists/export/write-xlsx';
import type { Language } from '~/i18n/language';
import { loadEditorMessages, type EditorMessages } from '~/i18n/messages';
import { fieldHeading } from './field-headings';

/** The headings of every field that can be imported: first what no line is created without, then as the screen has them. */
function templateHeadings(messages: EditorMessages): readonly string[] {
  const others = inScreenOrder(IMPORT_FIELDS.map((key) => ({ key }))).map(({ key }) => key);
  return [...new Set([...REQUIRED_TO_CREATE, ...others])].map((field) => fieldHeading(field, messages));
}

/**
 * A spreadsheet file with nothing but the headings of an import. What is typed in an XLSX stays text; a CSV cannot say so.
 * `name` is that of the sheet. Throws when the texts of the language do not load.
 */
export async function writeTemplate(format: ExportFormat, language: Language, name: string): Promise<Blob> {
  const cells = [[templateHeadings(await loadEditorMessages(language))]];
  if (format === 'csv') return writeCsv(cells, language === 'fr' ? ';' : ',');
  return (await writeXlsx(cells, name)).blob;
}

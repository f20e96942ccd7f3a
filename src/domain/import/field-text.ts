import type { FieldPath } from '~/domain/fields/field-paths';
import { plainValue } from '~/domain/fields/plain-value';
import { fieldKind } from './field-kind';
import { visibleText } from './plain-text';
import { readWrittenDate, type DateOrder } from './written-date';
import { readYesNo } from './yes-no';

/** Between the entries of a list. */
const LIST_SEPARATOR = /[;,|\n\r\t]+/;

/** The entries of a list, as people write one: `2210; 7021`, `2210,7021`, one a line. */
export function listEntries(text: string): string[] {
  return text
    .split(LIST_SEPARATOR)
    .map(visibleText)
    .filter((entry) => entry !== '');
}

/**
 * The text of a cell in the one form of its field: `true` and `false`, ISO days, `a; b` for lists, a decimal point, the plain
 * form of codes. What cannot be read, and prose, stays to the letter.
 */
export function toFieldText(field: FieldPath, text: string, order: DateOrder | null): string {
  if (visibleText(text) === '') return '';
  switch (fieldKind(field)) {
    case 'date': {
      const date = readWrittenDate(visibleText(text), order);
      return date.kind === 'day' ? date.day : text;
    }
    case 'yes-no': {
      const answer = readYesNo(text);
      return answer === null ? text : String(answer);
    }
    case 'list':
      return listEntries(text).join('; ');
    case 'coordinate':
      return plainValue(field, text).replace(',', '.');
    default:
      return plainValue(field, text);
  }
}

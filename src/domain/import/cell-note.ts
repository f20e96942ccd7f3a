import type { FieldPath } from '~/domain/fields/field-paths';
import { fieldKind } from './field-kind';
import { foldedText, visibleText } from './plain-text';
import type { SheetCell } from './sheet';
import { readWrittenDate } from './written-date';
import { readYesNo } from './yes-no';

/**
 * What a spreadsheet did to the data of a cell, or what its text cannot say in its field:
 * - number-cut: digits were lost (3.56E+13, more than 15 digits)
 * - date-in-text: a cell of type date in a field that is none
 * - date-like: a text that a spreadsheet writes for a date
 * - date-serial: a number of days in a field for dates
 * - date-order, date-short-year, date-unreadable: a day that is not read without a decision, or at all
 * - yes-no: neither yes nor no
 * - list-number: a list of which a spreadsheet made one number
 * - error-value, no-value: an error, a formula without a stored value
 * - invisible: characters that cannot be seen
 * - quote-lock: the line originates from a quote, so five of its fields are locked once created
 */
type CellNoteCode =
  | 'number-cut'
  | 'date-in-text'
  | 'date-like'
  | 'date-serial'
  | 'date-order'
  | 'date-short-year'
  | 'date-unreadable'
  | 'yes-no'
  | 'list-number'
  | 'error-value'
  | 'no-value'
  | 'invisible'
  | 'quote-lock';

/** An error prevents the creation of its row. */
export interface CellNote {
  readonly code: CellNoteCode;
  readonly level: 'error' | 'warning' | 'info';
}

const error = (code: CellNoteCode): CellNote => ({ code, level: 'error' });

/** More digits than a spreadsheet's number holds. */
const MOST_DIGITS = 15;

/** The note about a cell that its type alone calls for; the person answers it by typing the value. Null for none. */
export function noteOfType(field: FieldPath, { kind, text }: SheetCell): CellNote | null {
  const of = fieldKind(field);
  switch (kind) {
    case 'error':
      return error('error-value');
    case 'no-value':
      return error('no-value');
    case 'date':
      return of === 'date' ? null : error('date-in-text');
    case 'number':
      if (of === 'date') return error('date-serial');
      if (of === 'list' && /[.,]/.test(text)) return error('list-number');
      return of !== 'coordinate' && text.replaceAll(/\D|^0+/g, '').length > MOST_DIGITS
        ? error('number-cut')
        : null;
    default:
      return null;
  }
}

const ERROR_VALUE =
  /^#(?:N\/A|N\/D|REF|VALUE|VALEUR|NAME|NOM|DIV\/0|NULL|NUL|NUM|NOMBRE|SPILL|PROPAGATION|CALC|ERROR|ERREUR)[!?]?$|^#{3,}$/i;
const EXPONENT = /^[-+]?\d(?:[.,]\d+)?E[-+]\d{2,3}$/i;
/** A month in words, after its day or before its year; or a day in figures. */
const DATE_SHAPE =
  /^(?:\d{1,2}[-/. ])?([a-zéû]{3,9})\.?[-/. ]\d{2,4}$|^\d{1,2}[-/. ]([a-zéû]{3,9})\.?$|^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/i;
/** French and English, short and long, without accents. */
const MONTHS = new Set(
  `jan janv janvier january fev fevr fevrier feb february mar mars march apr april avr avril mai may jun juin june
  juil juillet jul july aou aout aug august sep sept septembre september oct octobre october nov novembre november
  dec decembre december`.split(/\s+/),
);

function isDateLike(text: string): boolean {
  const shape = DATE_SHAPE.exec(text);
  const month = shape?.[1] ?? shape?.[2];
  return shape !== null && (month === undefined || MONTHS.has(foldedText(month)));
}

/** The note that the text of a field calls for, as the check reads it; null for none. */
export function noteOfText(field: FieldPath, raw: string): CellNote | null {
  const text = visibleText(raw);
  if (text === '') return null;
  if (ERROR_VALUE.test(text)) return error('error-value');
  const kind = fieldKind(field);
  if (kind === 'date') return noteOfDate(text);
  if (kind === 'yes-no') return readYesNo(text) === null ? error('yes-no') : null;
  if (kind !== 'prose' && kind !== 'coordinate' && EXPONENT.test(text)) return error('number-cut');
  if (kind === 'text' && isDateLike(text)) return { code: 'date-like', level: 'warning' };
  if (field === 'quote_item_id') return { code: 'quote-lock', level: 'info' };
  return text === raw ? null : { code: 'invisible', level: 'info' };
}

function noteOfDate(text: string): CellNote | null {
  const date = readWrittenDate(text, null);
  if (date.kind === 'ambiguous') return error('date-order');
  if (date.kind === 'short-year') return error('date-short-year');
  // A day of the other order than its column's is left as it was written.
  return date.kind === 'day' && date.day === text ? null : error('date-unreadable');
}

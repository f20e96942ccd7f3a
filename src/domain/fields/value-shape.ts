import { isDay } from '~/contract/moments';
import type { FieldValue } from './field-paths';

/**
 * What an input needs to show a value to the letter: an input for a day shows `day` only, an input of one line shows all
 * but `lines`, a text area shows all.
 */
export type ValueShape = 'day' | 'one-line' | 'lines';

/** The shape of a field's value; an empty value has the shape `day`, since every input shows it. */
export function valueShape(value: FieldValue | undefined): ValueShape {
  if (typeof value !== 'string' || value === '') return 'day';
  if (/[\r\n]/.test(value)) return 'lines';
  // An input for days knows no year 0.
  return isDay(value) && !value.startsWith('0000') ? 'day' : 'one-line';
}

/** `text` of a text area, which knows LF only, with the line breaks of the value that it began with. */
export function withLineBreaksOf(before: string, text: string): string {
  if (!before.includes('\r') || text.includes('\r')) return text;
  if (before.replaceAll(/\r\n?/g, '\n') === text) return before;
  return before.replaceAll('\r\n', '').includes('\n') ? text : text.replaceAll('\n', '\r\n');
}

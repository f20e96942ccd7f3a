/*
 * A CSV file says nothing of types: a spreadsheet runs what looks like a formula and turns what looks like a number into
 * one. Quotes stop neither. An apostrophe in front does, and can be taken off again to the letter.
 */

/**
 * Where a reader may see a cell begin: it may take a bare CR inside quotes for a new row, and split at another separator
 * than ours.
 */
const CELL_BREAKS = /([\r\n;,\t])/;

/**
 * A formula, after what readers pass over: spaces, quotes, invisible characters. The wide signs are those of Asian
 * keyboards. Apostrophes that were there already are counted, so that taking one off is always right.
 */
const FORMULA = /^'*["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * A whole cell that would come back as another number, a day or a truth: leading zeros, too many digits, an exponent, numbers
 * with signs between them. A day written out stays as it is, for it is read as that day.
 */
const CHANGED = /^'*(?!\d{4}-\d\d-\d\d$)(?:0\d+|\d{12,}|\d+e\d+|\d+(?:[-/.:]\d+)+|true|false|vrai|faux)$/i;

/** The text of a CSV cell that no spreadsheet runs or changes: an apostrophe stands wherever one would. */
export function guardCell(cell: string): string {
  if (CHANGED.test(cell)) return `'${cell}`;
  return eachPart(cell, (part) => (FORMULA.test(part) ? `'${part}` : part));
}

/** The reverse of guardCell. */
export function unguardCell(cell: string): string {
  if (CHANGED.test(cell)) return withoutApostrophe(cell);
  return eachPart(cell, (part) => (FORMULA.test(part) ? withoutApostrophe(part) : part));
}

function eachPart(cell: string, change: (part: string) => string): string {
  return cell.split(CELL_BREAKS).map(change).join('');
}

function withoutApostrophe(text: string): string {
  return text.replace(/^'/, '');
}

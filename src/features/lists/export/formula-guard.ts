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

const MONTH = [
  'jan(?:v(?:ier)?|uary)?',
  'f(?:eb(?:ruary)?|[ée]v(?:r(?:ier)?)?)',
  'mar(?:s|ch)?',
  'a(?:pr(?:il)?|vr(?:il)?)',
  'ma[iy]',
  'jui?n(?:e)?',
  'ju(?:l(?:y)?|il(?:let)?)',
  'ao[uû]t?|aug(?:ust)?',
  'sept?(?:emb(?:er|re))?',
  'oct(?:ob(?:er|re))?',
  'nov(?:emb(?:er|re))?',
  'd(?:ec(?:ember)?|[ée]c(?:embre)?)',
].join('|');

/** Between the parts of a number or a date. */
const GAP = String.raw`[\s\-/.,:'’]`;
const NUMBER = String.raw`\d+(?:${GAP}+\d+)*`;
const EXPONENT = String.raw`(?:e[+-]?\d+)?`;
const MONEY = String.raw`\s*[%€$£¥]\s*`;

/**
 * A whole cell that a spreadsheet changes: leading zeros, over 11 digits, an exponent, separated numbers (decimals,
 * thousands, dates, times), percentages, money, negatives in brackets, days with a month's name, hours, truth values,
 * error values. An ISO day stays, since every spreadsheet reads it as that day.
 */
const CHANGED = new RegExp(
  String.raw`^'*(?!\d{4}-\d\d-\d\d$)\s*(?:` +
    [
      String.raw`0\d+`,
      String.raw`\d{12,}`,
      String.raw`\d+(?:[.,]\d+)?e[+-]?\d+`,
      String.raw`\d+(?:${GAP}+\d+)+${EXPONENT}`,
      String.raw`[.,]\d+${EXPONENT}`,
      String.raw`(?:${MONEY})?${NUMBER}${EXPONENT}(?:${MONEY})`,
      String.raw`${MONEY}${NUMBER}`,
      String.raw`\((?:${MONEY})?${NUMBER}(?:${MONEY})?\)`,
      String.raw`${NUMBER}-`,
      String.raw`${NUMBER}\s*[ap]\.?(?:m\.?)?`,
      String.raw`(?:${NUMBER}${GAP}*)?(?:${MONTH})${GAP}*${NUMBER}`,
      String.raw`${NUMBER}${GAP}*(?:${MONTH})\.?`,
      'true|false|vrai|faux',
      String.raw`#[a-zé0-9/]+[!?]?`,
    ].join('|') +
    String.raw`)\s*$`,
  'i',
);

/** The text of a CSV cell that no spreadsheet runs or changes: an apostrophe stands wherever one would. */
export function guardCell(cell: string): string {
  const guarded = eachPart(cell, (part) => (FORMULA.test(part) ? `'${part}` : part));
  return CHANGED.test(cell) ? `'${guarded}` : guarded;
}

/** The reverse of guardCell. */
export function unguardCell(cell: string): string {
  const whole = CHANGED.test(cell) ? withoutApostrophe(cell) : cell;
  return eachPart(whole, (part) => (FORMULA.test(part) ? withoutApostrophe(part) : part));
}

function eachPart(cell: string, change: (part: string) => string): string {
  return cell.split(CELL_BREAKS).map(change).join('');
}

function withoutApostrophe(text: string): string {
  return text.replace(/^'/, '');
}

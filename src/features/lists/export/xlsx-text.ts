/** A spreadsheet's cell holds no more; a longer one makes the file corrupt for Excel. */
const LONGEST = 32_767;

/** Whether a text is longer than a cell holds. */
export function isTooLong(text: string): boolean {
  return text.length > LONGEST;
}

/** What of a text a cell holds; never half a character. */
export function toCellLength(text: string): string {
  return isTooLong(text) ? text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '') : text;
}

/**
 * What XML would drop or change (controls, a bare CR, halves of pairs, the replacement character, what is no character), and an
 * underscore that would be read as the beginning of an escape.
 */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[\da-f]{4}_)/giu;

/** Text as a spreadsheet's XML writes it: `_xHHHH_` for what XML cannot carry (ECMA-376, ST_Xstring). */
export function toXlsxText(text: string): string {
  return text
    .replace(UNSAFE, escapeUnits)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeUnits(text: string): string {
  return Array.from({ length: text.length }, (_, index) => {
    const hex = text.charCodeAt(index).toString(16).toUpperCase();
    return `_x${hex.padStart(4, '0')}_`;
  }).join('');
}

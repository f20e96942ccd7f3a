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
 * Characters that XML or the writer would drop or change (controls, a bare CR, lone surrogates, the replacement
 * character), and an underscore that would be read as the beginning of such an escape.
 */
const UNSAFE = /[\0-\x08\v-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFD-\uFFFF\p{Cs}]|_(?=x[\da-f]{4}_)/giu;

/** Text as a spreadsheet's file writes it: `_xHHHH_` for what XML cannot carry (ECMA-376, ST_Xstring). */
export function toXlsxText(text: string): string {
  const escaped = text.replace(UNSAFE, escape);
  // The writer looks texts up in a plain object, where "constructor" and the like are found without being there.
  return escaped in {} ? escaped.replace(/^./, escape) : escaped;
}

function escape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

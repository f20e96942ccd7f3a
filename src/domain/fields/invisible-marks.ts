/**
 * Marks without a glyph: the direction marks that Windows copies along with numbers, zero-width spaces and joiners, soft
 * hyphens, variation selectors.
 */
const INVISIBLE = /[\p{Cf}\u034F\uFE00-\uFE0F]/gu;
const AT_THE_ENDS = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** Whether a text has printable ASCII only: most have, and nothing is to be taken off inside of them. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** A text without its invisible marks and outer spaces: for numbers, identifiers and other values with a known format. */
export function withoutInvisible(text: string): string {
  if (isPlain(text)) return text.trim();
  return text.replaceAll(INVISIBLE, '').trim();
}

/** A text without the spaces and invisible marks around it: for names, which may have such marks of their own. */
export function trimInvisible(text: string): string {
  return text.replaceAll(AT_THE_ENDS, '');
}

/** Marks without a glyph: direction marks, zero-width spaces, soft hyphens. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Spaces other than the plain one, line breaks aside. */
const ODD_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

const PLAIN = /^[ -~]*$/;

/**
 * A text without what cannot be seen: invisible marks go, every kind of space is a plain one, accents are composed, and no
 * space stands at either end.
 */
export function visibleText(text: string): string {
  // Most cells are plain, and there are thousands.
  if (PLAIN.test(text)) return text.trim();
  return text.replaceAll(INVISIBLE, '').replaceAll(ODD_SPACE, ' ').normalize().trim();
}

/** A text to compare with another: visible text without the difference of accents, case and punctuation. */
export function foldedText(text: string): string {
  return visibleText(text)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import { isPlain, withoutInvisible } from '~/domain/fields/invisible-marks';

/** Spaces other than the plain one, line breaks aside. */
const ODD_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * A text without what cannot be seen: invisible marks go, every kind of space is a plain one, accents are composed, and no
 * space stands at either end.
 */
export function visibleText(text: string): string {
  if (isPlain(text)) return text.trim();
  return withoutInvisible(text).replaceAll(ODD_SPACE, ' ').normalize().trim();
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

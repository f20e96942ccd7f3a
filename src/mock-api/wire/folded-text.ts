const ASCII = /^[\u0020-\u007e]*$/;

/** The same names come back again and again, and folding an accent is slow. */
const folded = new Map<string, string>();

/** Text as it is compared and searched: without case and accents. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const before = folded.get(text);
  if (before !== undefined) return before;
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
  folded.set(text, plain);
  return plain;
}

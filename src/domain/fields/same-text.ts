/** Whether two texts are equal but for composed and decomposed accents (NFC, NFD), which look the same. */
export function isSameText(a: string, b: string): boolean {
  return a === b || a.normalize() === b.normalize();
}

/** A text as people compare it: in lower case, without accents, with one space for each run of other signs. */
export function comparableWords(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** Whether two texts are equal but for composed and decomposed accents (NFC, NFD), which look the same. */
export function isSameText(a: string, b: string): boolean {
  return a === b || a.normalize() === b.normalize();
}

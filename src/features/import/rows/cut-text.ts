/** Letters of a text that are drawn where the whole would fill the screen. */
const MOST_LETTERS = 200;

/** A text as it is drawn in a small place: a long one is cut, and `toCut` says how long it is. */
export function cutText(text: string, toCut: (start: string, length: string) => string): string {
  return text.length <= MOST_LETTERS ? text : toCut(text.slice(0, MOST_LETTERS), String(text.length));
}

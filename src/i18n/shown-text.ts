/** Marks that change the direction of the text around them, without a glyph of their own. */
const DIRECTION_MARK = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Letters that run from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const [ISOLATE, END_ISOLATE] = ['\u2068', '\u2069'];

/**
 * A text of the API beside other text: its direction marks are named, as in [U+202E], and a text with letters from right
 * to left is isolated, so that it turns nothing around it. For display only; never for inputs, copies or files.
 */
export function shownText(text: string): string {
  const named = text.replaceAll(DIRECTION_MARK, (mark) => {
    const code = mark.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
  return RIGHT_TO_LEFT.test(named) ? ISOLATE + named + END_ISOLATE : named;
}

import { withoutInvisible } from '~/domain/fields/invisible-marks';

/** Pasted text as lines, from which one value after the other is taken. */
export class PastedLines {
  #lines: string[];

  constructor(text: string) {
    this.#lines = toLines(text);
  }

  /** What nothing has taken, in its order. */
  get left(): readonly string[] {
    return this.#lines;
  }

  /** Takes the first thing that looks like `pattern`, and of which `isRight` holds; what stood around it stays. */
  take(pattern: RegExp, isRight: (match: RegExpExecArray) => boolean = () => true): RegExpExecArray | null {
    for (const [index, line] of this.#lines.entries()) {
      const match = pattern.exec(line);
      if (!match || !isRight(match)) continue;
      const around = [line.slice(0, match.index), line.slice(match.index + match[0].length)];
      this.#lines = this.#lines.toSpliced(index, 1, ...around.map(tidy).filter(isWorded));
      return match;
    }
    return null;
  }
}

/** One line per thing, as far as the text's own punctuation tells. */
function toLines(text: string): string[] {
  return (
    withoutInvisible(text)
      .normalize('NFC')
      .replaceAll(/[\u00A0\u202F]/g, ' ')
      // Commas between the pairs of a phone number part nothing.
      .replaceAll(/(?<![\d,.])0\d(?:,\d{2}){4}(?![\d,.])/g, (phone) => phone.replaceAll(',', ' '))
      .split(/[\n\r\t;|•·]+/)
      .flatMap((line) =>
        line
          // "12, rue" and "12 - 14 rue" are each one thing.
          .replace(/^(\s*\d{1,4}\s*(?:bis|ter|quater|[a-z])?)\s*,/i, '$1 ')
          .replaceAll(/(\d)\s*([-–—/])\s*(?=\d)/g, '$1$2')
          // Two coordinates are told apart by a comma.
          .split(/,(?!\s*-?\d{1,3}\.\d)\s*|\s[-–—/]\s/),
      )
      .map(tidy)
      .filter(isWorded)
  );
}

/** Whether more is left of a text than punctuation and marks. */
function isWorded(text: string): boolean {
  return /[\p{L}\d]/u.test(text);
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,:<>()[\]"–-]+|[\s,:<>()[\]"–-]+$/g, '')
    .trim();
}

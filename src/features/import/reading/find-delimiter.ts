/** The signs that separate the cells of a text file; the first is that of pasted cells. */
const DELIMITERS = ['\t', ';', ','] as const;

/** Enough to tell; a longer text is only counted to here. */
const LONGEST_SAMPLE = 100_000;

export interface DelimitedText {
  readonly text: string;
  readonly delimiter: string;
}

/**
 * Takes off the line `sep=;` with which a file names its delimiter to spreadsheets. Without one it is the sign that splits
 * the most rows into the same number of cells, more than one; ';' for a text of one column.
 */
export function findDelimiter(text: string): DelimitedText {
  const [line = '', named] = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  if (named !== undefined) return { text: text.slice(line.length), delimiter: named };
  const rows = withoutQuoted(text.slice(0, LONGEST_SAMPLE))
    .split(/\r\n|\r|\n/)
    .filter((row) => row !== '');
  const scores = DELIMITERS.map((delimiter) => score(rows, delimiter));
  const best = Math.max(...scores);
  return { text, delimiter: best === 0 ? ';' : (DELIMITERS[scores.indexOf(best)] ?? ';') };
}

/** Quoted cells hold delimiters and line breaks of their own. */
export function withoutQuoted(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*"/g, '');
}

function score(rows: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const count = row.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

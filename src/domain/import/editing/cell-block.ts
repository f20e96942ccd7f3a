/*
 * A block of cells as spreadsheets put it on the clipboard: a line per row, a tab between cells. A cell with a tab, a line
 * break or a quotation mark stands in quotation marks.
 */

export function toBlockText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(toBlockCell).join('\t')).join('\n');
}

function toBlockCell(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The cells of pasted text. The line break at its end is no row. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
  while (cell.lastIndex <= plain.length) {
    const [, quoted, bare = ''] = cell.exec(plain) ?? [];
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    const separator = plain[cell.lastIndex];
    if (separator === undefined) break;
    if (separator === '\n') rows.push([]);
    cell.lastIndex += 1;
  }
  return rows;
}

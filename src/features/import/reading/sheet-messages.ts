import type { Sheet, SheetFile, SheetRow, UnreadableFile } from '~/domain/import/sheet';

/**
 * What the worker sends of a file: its sheets without their rows, then the rows in slices, for a page that takes thousands of
 * rows at once stands still.
 */
export type SheetMessage =
  | { readonly kind: 'unreadable'; readonly file: UnreadableFile }
  | { readonly kind: 'file'; readonly file: SheetFile }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' };

const ROWS_OF_A_SLICE = 250;

export function* toMessages(file: SheetFile | UnreadableFile): Generator<SheetMessage> {
  if ('unreadable' in file) {
    yield { kind: 'unreadable', file };
    return;
  }
  yield { kind: 'file', file: { ...file, sheets: file.sheets.map((sheet) => ({ ...sheet, rows: [] })) } };
  for (const [sheet, { rows }] of file.sheets.entries()) {
    for (let at = 0; at < rows.length; at += ROWS_OF_A_SLICE) {
      yield { kind: 'rows', sheet, rows: rows.slice(at, at + ROWS_OF_A_SLICE) };
    }
  }
  yield { kind: 'end' };
}

/** Puts the messages together again: each call takes one, and gives the file at the end, before it null. */
export function messageCollector(): (message: SheetMessage) => SheetFile | UnreadableFile | null {
  let file: SheetFile | null = null;
  const rows: SheetRow[][] = [];
  return (message) => {
    if (message.kind === 'unreadable') return message.file;
    if (message.kind === 'file') file = message.file;
    if (message.kind === 'rows') (rows[message.sheet] ??= []).push(...message.rows);
    if (message.kind !== 'end' || file === null) return null;
    const sheets = file.sheets.map((sheet, index): Sheet => ({ ...sheet, rows: rows[index] ?? [] }));
    return { ...file, sheets };
  };
}

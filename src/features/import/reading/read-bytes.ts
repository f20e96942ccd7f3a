import { SHEET_LIMITS, type SheetFile, type SheetLimits, type UnreadableFile } from '~/domain/import/sheet';
import { readXlsx } from '~/features/import/reading/xlsx/read-xlsx';
import { decodeText } from './decode-text';
import { fileKind } from './file-kind';
import { readCsv } from './read-delimited';

/** Reads the content of a spreadsheet file, whatever its name says. */
export async function readBytes(
  bytes: Uint8Array,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<SheetFile | UnreadableFile> {
  const kind = fileKind(bytes);
  if (kind === 'xlsx') return readXlsx(bytes, limits);
  if (kind !== 'text') return { unreadable: kind };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = decodeText(bytes);
  // No sheet has a zero among its characters.
  return text.includes('\0') ? { unreadable: 'damaged' } : readCsv(text, hasMark);
}

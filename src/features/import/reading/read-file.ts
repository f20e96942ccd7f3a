import { SHEET_LIMITS, type SheetFile, type UnreadableFile } from '~/domain/import/sheet';
import { decodeText } from './decode-text';
import { readCsv } from './read-delimited';

/** Reads a spreadsheet file. Throws the signal's reason when aborted. */
export async function readFile(file: File, signal: AbortSignal): Promise<SheetFile | UnreadableFile> {
  signal.throwIfAborted();
  if (file.size === 0) return { unreadable: 'empty' };
  if (file.size > SHEET_LIMITS.bytes) return { unreadable: 'too-large', count: file.size };
  const bytes = await bytesOf(file);
  signal.throwIfAborted();
  return bytes === null ? { unreadable: 'changed' } : readBytes(bytes);
}

/** Null for a file that is no longer on the disk as it was chosen: no browser reads one. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

function readBytes(bytes: Uint8Array): SheetFile | UnreadableFile {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return readCsv(decodeText(bytes), hasMark);
}

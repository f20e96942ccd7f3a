import { SHEET_LIMITS, type SheetFile, type UnreadableFile } from '~/domain/import/sheet';
import { readInWorker } from './read-in-worker';

/**
 * Reads a spreadsheet file. Throws when the worker that reads it cannot be loaded; when aborted, the signal's reason.
 * `readContent` is another way to read the bytes.
 */
export async function readFile(
  file: File,
  signal: AbortSignal,
  readContent: typeof readInWorker = readInWorker,
): Promise<SheetFile | UnreadableFile> {
  signal.throwIfAborted();
  if (file.size === 0) return { unreadable: 'empty' };
  if (file.size > SHEET_LIMITS.bytes) return { unreadable: 'too-large', count: file.size };
  const bytes = await bytesOf(file);
  return bytes === null ? { unreadable: 'changed' } : readContent(bytes, signal);
}

/** Null for a file that is no longer on the disk as it was chosen: no browser reads one. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

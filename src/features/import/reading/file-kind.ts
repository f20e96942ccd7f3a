import type { UnreadableFile } from '~/domain/import/sheet';
import { partSizes } from '~/features/import/reading/xlsx/zip-parts';

/** What a file is by its content; its name may say anything. */
export type FileKind = 'xlsx' | 'text' | UnreadableFile['unreadable'];

export function fileKind(bytes: Uint8Array): FileKind {
  const start = ascii(bytes.subarray(0, 1024));
  if (start.startsWith('%PDF')) return 'pdf';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return isEncrypted(bytes) ? 'protected' : 'xls';
  // The two older forms of .xls begin with a record of their own.
  if (bytes[0] === 9 && (bytes[1] ?? 9) < 9) return 'xls';
  if (start.startsWith('PK')) return archiveKind(bytes);
  if (/^(\u00EF\u00BB\u00BF)?\s*<(!doctype html|html|head|body|table|meta|\?xml)/i.test(start)) return 'html';
  return 'text';
}

function archiveKind(bytes: Uint8Array): FileKind {
  try {
    const paths = [...partSizes(bytes).keys()];
    if (paths.includes('content.xml') && paths.includes('mimetype')) return 'ods';
    if (paths.some((path) => path.endsWith('workbook.bin'))) return 'xls';
    return paths.some((path) => /^xl\/|workbook\.xml$/i.test(path)) ? 'xlsx' : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** A workbook with a password is a stream of that name in the older container; its names are UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Array.from('EncryptedPackage', (sign) => `${sign}\u0000`).join('');
  return ascii(bytes).includes(name);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** One character a byte. */
function ascii(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark or recognised by its zero bytes, else Windows-1252, which is what
 * spreadsheets write where they do not write Unicode. A byte order mark is no part of it.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  if (bytes.length >= 4 && bytes[1] === 0 && bytes[3] === 0) return decode(bytes, 'utf-16le');
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[2] === 0) return decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Node 20 reads Latin-1 instead, unless as a stream.
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

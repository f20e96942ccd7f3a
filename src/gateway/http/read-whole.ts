/** Thrown for a body over its limit. */
export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/**
 * Reads a body to its end. Throws TooLargeError once it is over `most` bytes, and the error of the stream when the stream
 * breaks.
 */
export async function readWhole(
  body: AsyncIterable<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  // A throw inside the loop closes the stream.
  for await (const part of body) {
    size += part.byteLength;
    if (size > most) throw new TooLargeError(`more than ${most} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

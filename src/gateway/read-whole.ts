/** Thrown when a body is larger than it may be. */
export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/**
 * Reads a body to its end. Throws TooLargeError as soon as it is over `most` bytes, and what the stream throws when it
 * is cut; so what comes back is always whole.
 */
export async function readWhole(
  body: AsyncIterable<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  // To throw out of the loop ends the stream.
  for await (const part of body) {
    size += part.byteLength;
    if (size > most) throw new TooLargeError(`more than ${most} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

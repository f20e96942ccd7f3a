/** Thrown when a body is larger than it may be. */
export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/**
 * Reads a body to its end. Throws TooLargeError as soon as it is over `most` bytes, and what the stream throws when it
 * is cut; so what comes back is always whole.
 */
export async function readWhole(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      void reader.cancel().catch(() => undefined);
      throw new TooLargeError(`more than ${most} bytes`);
    }
    parts.push(value);
  }
  return new Uint8Array(Buffer.concat(parts));
}

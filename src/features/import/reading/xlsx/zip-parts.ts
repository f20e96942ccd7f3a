import { Unzip, UnzipPassThrough, unzipSync } from 'fflate';

/** The archive unpacks to more than is read, or to more than it says. */
export class UnpackedTooMuch extends Error {
  /** How many bytes a part unpacks to; null where that is not known. */
  readonly bytes: number | null;

  constructor(bytes: number | null = null) {
    super('The archive unpacks to too much');
    this.bytes = bytes;
  }
}

/** Thrown by a reader of a part that has seen enough. */
export class EnoughRead extends Error {}

/** The size of each part once unpacked, as the archive says, by its path. Throws for what is no archive. */
export function partSizes(archive: Uint8Array): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      sizes.set(name, originalSize);
      return false;
    },
  });
  return sizes;
}

/** A part as it stands in the archive. */
export interface PackedPart {
  readonly isDeflated: boolean;
  readonly pieces: readonly Uint8Array[];
  /** In bytes once unpacked, as the archive says. */
  readonly size: number;
}

/** The parts of an archive by their path. */
export type PackedParts = ReadonlyMap<string, PackedPart>;

/** How a part is packed (APPNOTE.TXT of ZIP, 4.4.5). */
const STORED = 0;
const DEFLATED = 8;

/** Leaves a deflated part as it is: the browser unpacks it several times faster than a script. */
class StillDeflated extends UnzipPassThrough {
  static override readonly compression = DEFLATED;
}

/** Finds the parts of an archive; of those of one path the first. Throws where it ends within one. */
export function findParts(archive: Uint8Array): PackedParts {
  const sizes = partSizes(archive);
  const parts = new Map<string, PackedPart>();
  const unzip = new Unzip((part) => {
    const isDeflated = part.compression === DEFLATED;
    if (parts.has(part.name) || (part.compression !== STORED && !isDeflated)) return;
    const pieces: Uint8Array[] = [];
    parts.set(part.name, { isDeflated, pieces, size: sizes.get(part.name) ?? 0 });
    part.ondata = (error, bytes) => {
      if (error) throw error;
      pieces.push(bytes);
    };
    part.start();
  });
  unzip.register(StillDeflated);
  unzip.push(archive, true);
  return parts;
}

/**
 * Unpacks a part piece by piece, so that it is never whole in memory. Throws UnpackedTooMuch as soon as there is more of it than
 * the archive says.
 */
export async function readPart(part: PackedPart, onBytes: (bytes: Uint8Array) => void): Promise<void> {
  const packed = streamOf(part.pieces);
  const unpacked = part.isDeflated ? packed.pipeThrough(new DecompressionStream('deflate-raw')) : packed;
  const reader = unpacked.getReader();
  let left = part.size;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.length;
      if (left < 0) throw new UnpackedTooMuch();
      onBytes(value);
    }
  } catch (error) {
    // The rest stays packed. A stream that failed has no rest.
    await reader.cancel().catch(() => undefined);
    throw error;
  }
}

/** Of a part; it may unpack to a thousand times as much. */
const SLICE = 65_536;

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const slices = slicesOf(pieces);
  return new ReadableStream({
    pull: (controller) => {
      const { done, value } = slices.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}

function* slicesOf(pieces: readonly Uint8Array[]): Generator<Uint8Array<ArrayBuffer>, null> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE) yield piece.slice(at, at + SLICE);
  }
  return null;
}

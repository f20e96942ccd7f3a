import { Unzip, UnzipInflate, unzipSync } from 'fflate';

/** The archive unpacks to more than is read. */
export class UnpackedTooMuch extends Error {}

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

/** Of the archive; it may unpack to a thousand times as much. */
const SLICE = 8192;

/**
 * Unpacks one part as text, piece by piece, so that a part is never whole in memory. `budget` counts the bytes of all parts
 * and throws UnpackedTooMuch when they are spent. Gives whether the part is there.
 */
export function readPart(
  archive: Uint8Array,
  path: string,
  budget: UnpackBudget,
  onText: (text: string) => void,
): boolean {
  const decoder = new TextDecoder();
  const seen = { isThere: false, isWhole: false };
  const unzip = new Unzip((part) => {
    if (part.name !== path || seen.isThere) return;
    seen.isThere = true;
    part.ondata = (error, bytes, isLast) => {
      if (error) throw error;
      budget.spend(bytes.length);
      onText(decoder.decode(bytes, { stream: !isLast }));
      seen.isWhole = isLast;
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < archive.length && !seen.isWhole; at += SLICE) {
    unzip.push(archive.subarray(at, at + SLICE), at + SLICE >= archive.length);
  }
  if (seen.isThere && !seen.isWhole) throw new Error('The archive ends within a part');
  return seen.isThere;
}

export class UnpackBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw new UnpackedTooMuch();
  }
}

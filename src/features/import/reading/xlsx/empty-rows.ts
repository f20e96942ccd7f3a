/** In bytes; a row is seldom longer, and what has no row in it is read again and again. */
const LONGEST_WAITING = 1_000_000;

/**
 * Passes the XML of a sheet on as text, without runs of rows in which no cell is filled: of a million formatted rows most are
 * read no further than this, and not even decoded. What stands before the first row and after the last is passed on whole.
 */
export function withoutEmptyRows(pass: (xml: string) => void): {
  readonly write: (bytes: Uint8Array) => void;
  readonly end: () => void;
} {
  const decoder = new TextDecoder();
  const waiting = new Waiting();
  let tags: RowTags | null = null;
  // Whether what was passed on last ends before a row, so that rows can be left out.
  let isAtRow = false;
  const passOn = (bytes: Uint8Array) => pass(decoder.decode(bytes, { stream: true }));
  return {
    write: (added) => {
      waiting.add(added);
      const { bytes } = waiting;
      tags ??= findRowTags(bytes);
      const last = tags === null ? -1 : lastIndexOf(bytes, tags.row);
      const isRow = last > 0;
      if (!isRow && bytes.length < LONGEST_WAITING) return;
      const rows = isRow ? bytes.subarray(0, last) : bytes;
      if (tags === null || !isAtRow || !isEmpty(rows, tags)) passOn(rows);
      waiting.drop(rows.length);
      isAtRow = isRow;
    },
    end: () => passOn(waiting.bytes),
  };
}

/** The bytes that were not passed on yet, always in the same memory: to ask for more at each piece costs more than the reading. */
class Waiting {
  #memory = new Uint8Array(2 * LONGEST_WAITING);
  #length = 0;

  get bytes(): Uint8Array {
    return this.#memory.subarray(0, this.#length);
  }

  add(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#memory.length) {
      const larger = new Uint8Array(2 * (this.#length + bytes.length));
      larger.set(this.bytes);
      this.#memory = larger;
    }
    this.#memory.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  drop(count: number): void {
    this.#memory.copyWithin(0, count, this.#length);
    this.#length -= count;
  }
}

/** What follows `<` in the tags of an empty row, in bytes. */
interface RowTags {
  readonly row: Uint8Array;
  readonly cell: Uint8Array;
}

/** The tags with the prefix that the first row has; null where no row has begun. */
function findRowTags(bytes: Uint8Array): RowTags | null {
  const [, prefix] = /<((?:\w+:)?)row\s/.exec(new TextDecoder().decode(bytes)) ?? [];
  if (prefix === undefined) return null;
  const encoder = new TextEncoder();
  return { row: encoder.encode(`${prefix}row`), cell: encoder.encode(`${prefix}c`) };
}

const [LESS_THAN, GREATER_THAN, SLASH, SPACE] = [0x3c, 0x3e, 0x2f, 0x20];

/** Whether there is no other tag than those of rows and cells: no value, no text, no formula, no end of the rows. */
function isEmpty(bytes: Uint8Array, { row, cell }: RowTags): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== LESS_THAN) continue;
    const name = bytes[at + 1] === SLASH ? at + 2 : at + 1;
    if (!isNameAt(bytes, name, cell) && !isNameAt(bytes, name, row)) return false;
  }
  return true;
}

function isNameAt(bytes: Uint8Array, at: number, name: Uint8Array): boolean {
  for (let index = 0; index < name.length; index += 1) if (bytes[at + index] !== name[index]) return false;
  const after = bytes[at + name.length];
  return after === GREATER_THAN || after === SLASH || (after !== undefined && after <= SPACE);
}

/** Where the last tag of this name begins; -1 for none. */
function lastIndexOf(bytes: Uint8Array, name: Uint8Array): number {
  for (let at = bytes.lastIndexOf(LESS_THAN); at > 0; at = bytes.lastIndexOf(LESS_THAN, at - 1))
    if (isNameAt(bytes, at + 1, name)) return at;
  return -1;
}

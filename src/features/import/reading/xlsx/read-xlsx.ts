import type { Sheet, SheetFile, SheetLimits, UnreadableFile } from '~/domain/import/sheet';
import { withoutEmptyRows } from './empty-rows';
import { readStrings } from './shared-strings';
import { SheetReader, type SheetContext } from './sheet-reader';
import { readStyles, readWorkbook, type ReadXml } from './workbook';
import { xmlReader } from './xml-reader';
import {
  EnoughRead,
  findParts,
  readPart,
  UnpackedTooMuch,
  type PackedPart,
  type PackedParts,
} from './zip-parts';

/** Reads the sheets of a workbook (ECMA-376) that have a filled cell. `archive` is the file. */
export async function readXlsx(
  archive: Uint8Array,
  limits: SheetLimits,
): Promise<SheetFile | UnreadableFile> {
  try {
    const parts = findParts(archive);
    const budget = new UnpackBudget(limits.unpackedBytes);
    const read = xmlOf(parts, budget);
    const workbook = await readWorkbook(read);
    const context: SheetContext = {
      strings: await readStrings(read, workbook.stringsPath, limits.cells),
      formats: await readStyles(read, workbook.stylesPath),
      is1904: workbook.is1904,
    };
    const sheets: Sheet[] = [];
    for (const { name, path } of workbook.sheets) {
      const part = parts.get(path);
      if (!part) continue;
      const bounds = new SheetBounds(limits, budget.spend(part.size) ? null : part.size);
      const reader = new SheetReader(context, bounds.add);
      const unreadable = await readSheet(part, reader, bounds);
      if (unreadable) return unreadable;
      sheets.push(reader.toSheet(name));
    }
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    return filled.length === 0
      ? { unreadable: 'empty' }
      : { source: 'xlsx', isOwnExport: false, sheets: filled };
  } catch (error) {
    return error instanceof UnpackedTooMuch
      ? { unreadable: 'bomb', ...(error.bytes === null ? {} : { count: error.bytes }) }
      : { unreadable: 'damaged' };
  }
}

/** Counts the bytes of the parts that are read, as the archive says them: too many are known before they are unpacked. */
class UnpackBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** Whether a part of so many bytes may be read. */
  spend(bytes: number): boolean {
    this.#left -= bytes;
    return this.#left >= 0;
  }
}

function xmlOf(parts: PackedParts, budget: UnpackBudget): ReadXml {
  return async (path, handlers) => {
    const part = parts.get(path);
    if (!part) return;
    if (!budget.spend(part.size)) throw new UnpackedTooMuch(part.size);
    const reader = xmlReader(handlers);
    const decoder = new TextDecoder();
    await readPart(part, (bytes) => reader.write(decoder.decode(bytes, { stream: true })));
    reader.end();
  };
}

/** Counts what was read of a sheet, and ends its reading where there is too much. */
class SheetBounds {
  readonly #limits: SheetLimits;
  /** The unpacked bytes of a sheet that is too large to be read; else null. */
  readonly #tooLarge: number | null;
  #rows = 0;
  #cells = 0;

  constructor(limits: SheetLimits, tooLarge: number | null) {
    this.#limits = limits;
    this.#tooLarge = tooLarge;
  }

  readonly add = (cellCount: number): void => {
    this.#rows += 1;
    this.#cells += cellCount;
    if (this.#rows > this.#limits.rows || this.#cells > this.#limits.cells) throw new EnoughRead();
  };

  /** Of a sheet that is too large, only what it says before its first row is read: how many rows it has. */
  check({ hasBegun }: SheetReader): void {
    if (this.#tooLarge !== null && hasBegun) throw new EnoughRead();
  }

  /** Why the reading ended. */
  reason({ lastRow }: SheetReader): UnreadableFile {
    if (lastRow > this.#limits.rows) return { unreadable: 'too-many-rows', count: lastRow };
    if (this.#rows > this.#limits.rows) return { unreadable: 'too-many-rows' };
    return this.#tooLarge === null
      ? { unreadable: 'too-large' }
      : { unreadable: 'bomb', count: this.#tooLarge };
  }
}

/** Null for a sheet that was read whole. */
async function readSheet(
  part: PackedPart,
  reader: SheetReader,
  bounds: SheetBounds,
): Promise<UnreadableFile | null> {
  const xml = xmlReader(reader.handlers);
  const filled = withoutEmptyRows(xml.write);
  try {
    await readPart(part, (bytes) => {
      filled.write(bytes);
      bounds.check(reader);
    });
    filled.end();
    xml.end();
    return null;
  } catch (error) {
    if (error instanceof EnoughRead) return bounds.reason(reader);
    throw error;
  }
}

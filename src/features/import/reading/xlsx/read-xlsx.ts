import type { Sheet, SheetFile, SheetLimits, UnreadableFile } from '~/domain/import/sheet';
import { readStrings } from './shared-strings';
import { SheetReader, type SheetContext } from './sheet-reader';
import { readStyles, feedXml, readWorkbook, type ReadXml } from './workbook';
import { withoutEmptyRows } from './empty-rows';
import { EnoughRead, partSizes, readPart, UnpackBudget, UnpackedTooMuch } from './zip-parts';

/** Reads the sheets of a workbook (ECMA-376) that have a filled cell. `archive` is the file. */
export function readXlsx(archive: Uint8Array, limits: SheetLimits): SheetFile | UnreadableFile {
  const budget = new UnpackBudget(limits.unpackedBytes);
  const read: ReadXml = (path, handlers) =>
    feedXml(handlers, (write) => readPart(archive, path, budget, write));
  try {
    const workbook = readWorkbook(read);
    const context: SheetContext = {
      strings: readStrings(read, workbook.stringsPath, limits.cells),
      formats: readStyles(read, workbook.stylesPath),
      is1904: workbook.is1904,
    };
    const sheets: Sheet[] = [];
    for (const { name, path } of workbook.sheets) {
      const rows = new RowCount(limits, (partSizes(archive).get(path) ?? 0) > limits.unpackedBytes);
      const reader = new SheetReader(context, rows.add);
      const unreadable = readSheet(reader, rows, (write) => readPart(archive, path, budget, write));
      if (unreadable) return unreadable;
      sheets.push(reader.toSheet(name));
    }
    const filled = sheets.filter(({ rows }) => rows.length > 0);
    return filled.length === 0
      ? { unreadable: 'empty' }
      : { source: 'xlsx', isOwnExport: false, sheets: filled };
  } catch (error) {
    return { unreadable: error instanceof UnpackedTooMuch ? 'bomb' : 'damaged' };
  }
}

/** Counts what was read of a sheet, and ends its reading where there is too much. */
class RowCount {
  readonly #limits: SheetLimits;
  readonly #isHuge: boolean;
  #rows = 0;
  #cells = 0;

  constructor(limits: SheetLimits, isHuge: boolean) {
    this.#limits = limits;
    this.#isHuge = isHuge;
  }

  readonly add = (cellCount: number): void => {
    this.#rows += 1;
    this.#cells += cellCount;
    if (this.#rows > this.#limits.rows || this.#cells > this.#limits.cells) throw new EnoughRead();
  };

  /** A sheet that cannot be unpacked whole is not begun where it says how many rows it has. */
  check(lastRow: number): void {
    if (this.#isHuge && lastRow > this.#limits.rows) throw new EnoughRead();
  }

  /** Null where the number of rows is not why the reading ended. */
  tooMany(lastRow: number): UnreadableFile | null {
    if (lastRow > this.#limits.rows) return { unreadable: 'too-many-rows', count: lastRow };
    return this.#rows > this.#limits.rows ? { unreadable: 'too-many-rows' } : null;
  }
}

function readSheet(
  reader: SheetReader,
  rows: RowCount,
  feed: (write: (xml: string) => void) => boolean,
): UnreadableFile | null {
  try {
    feedXml(reader.handlers, (write) => {
      const filled = withoutEmptyRows(write);
      const isThere = feed((xml) => {
        filled.write(xml);
        rows.check(reader.lastRow);
      });
      filled.end();
      return isThere;
    });
    return null;
  } catch (error) {
    if (error instanceof EnoughRead) return rows.tooMany(reader.lastRow) ?? { unreadable: 'too-large' };
    const unreadable = error instanceof UnpackedTooMuch ? rows.tooMany(reader.lastRow) : null;
    if (unreadable) return unreadable;
    throw error;
  }
}

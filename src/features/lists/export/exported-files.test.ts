import * as fc from 'fast-check';
import papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ListRow } from '~/contract/list-envelope';
import { unguardCell } from './formula-guard';
import { hostileRows } from '~/features/lists/export/testing/hostile-rows';
import { cellSlices, type Cells, type ExportColumn } from './spreadsheet-cells';
import { writeCsv } from './write-csv';
import { writeXlsx } from './write-xlsx';

async function readBack(blob: Blob) {
  const [sheet] = await readXlsx(Buffer.from(await blob.arrayBuffer()), { trim: false });
  return sheet ?? { sheet: '', data: [] };
}

function parse(text: string, delimiter: string) {
  return papa.parse<string[]>(text, { delimiter, newline: '\r\n' });
}

const HOSTILE = hostileRows(10_000);

/** As an export writes them: many slices of one file. */
function inSlices(cells: Cells): Cells[] {
  const size = 300;
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, slice) =>
    cells.slice(slice * size, (slice + 1) * size),
  );
}

describe('a spreadsheet of 10,000 hostile rows', () => {
  it('holds text only, and every text to the letter', async () => {
    const { blob, cutCount } = await writeXlsx(inSlices(HOSTILE), 'Order lines');
    const { data } = await readBack(blob);
    expect(new Set(data.flat().map((cell) => typeof cell))).toEqual(new Set(['string']));
    expect(data).toEqual(HOSTILE);
    expect(cutCount).toBe(0);
  }, 60_000);
});

describe.each([';', ','] as const)('a CSV file of 10,000 hostile rows, separated by %s', (separator) => {
  it('gives every text back when the apostrophes are taken off', async () => {
    const blob = await writeCsv(inSlices(HOSTILE), separator);
    const { data, errors } = parse(await blob.text(), separator);
    expect(errors).toEqual([]);
    expect(data.map((row) => row.map(unguardCell))).toEqual(HOSTILE);
  }, 60_000);

  it('shows no formula at any break or separator', async () => {
    const text = await (await writeCsv(inSlices(HOSTILE), separator)).text();
    const seen = text.split(/[\r\n;,\t]/).map((cell) => cell.replace(/^["\s\p{Cc}\p{Cf}]+/u, ''));
    expect(seen.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  }, 60_000);
});

describe('a CSV file', () => {
  it('begins with a byte order mark and ends rows CRLF', async () => {
    const blob = await writeCsv([[['Référence']], [['É1']]], ';');
    const bytes = [...new Uint8Array(await blob.arrayBuffer())];
    expect(bytes.slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(new Uint8Array(bytes))).toBe('Référence\r\nÉ1');
    expect(blob.type).toBe('text/csv;charset=utf-8');
  });
});

describe('a spreadsheet', () => {
  it('is named and has the headers in its first row', async () => {
    const { blob } = await writeXlsx(
      [[['State', 'Cart']]],
      'Lines: [all] of 2026/11, and what else there is',
    );
    expect(await readBack(blob)).toEqual({
      sheet: 'Lines   all  of 2026 11, and wh',
      data: [['State', 'Cart']],
    });
  });

  it('round-trips any text, even without an XML form', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('\uD83D', '_x005F_'))),
        async (texts) => {
          const cells = [['Header'], ...texts.map((text) => [text])];
          const { blob } = await writeXlsx([cells], 'S');
          expect((await readBack(blob)).data).toEqual(cells);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('cuts long text between characters and says so', async () => {
    const long = 'x'.repeat(32_767);
    const { blob, cutCount } = await writeXlsx(
      [[['A', 'B', 'C']], [[`${long}y`, long, `${long.slice(1)}😀`]]],
      'S',
    );
    expect((await readBack(blob)).data[1]).toEqual([long, long, long.slice(1)]);
    expect(cutCount).toBe(2);
  });
});

interface Named {
  readonly id: string;
  readonly name: string;
}

const COLUMNS: ExportColumn<Named>[] = [
  { key: 'id', header: 'Identifier', text: ({ id }) => id },
  { key: 'name', header: 'Name', text: ({ name }) => name },
];

/** The slices of a file, and after how many rows the page had its turn. */
async function slicesOf(rows: readonly ListRow<Named>[], columns = COLUMNS) {
  const turns: number[] = [];
  const onSlice = async (rowCount: number) => void turns.push(rowCount);
  const slices: Cells[] = [];
  for await (const cells of cellSlices(rows, columns, (id) => `Unreadable row ${id}`, onSlice))
    slices.push(cells);
  return { slices, cells: slices.flat(), turns };
}

describe('the cells of a file', () => {
  it('are the headers, then the chosen columns in order', async () => {
    const rows = [{ ok: true, value: { id: '1', name: 'A' } }] as const;
    const { cells } = await slicesOf(rows, COLUMNS.toReversed());
    expect(cells).toEqual([
      ['Name', 'Identifier'],
      ['A', '1'],
    ]);
  });

  it('keep the place of an unreadable row', async () => {
    const rows = [{ ok: false, id: 'L-7', raw: null }] as const;
    const { cells } = await slicesOf(rows);
    expect(cells[1]).toEqual(['Unreadable row L-7', '']);
  });

  it('come in slices between which the page runs', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => ({
      ok: true as const,
      value: { id: String(index), name: '' },
    }));
    const { slices, cells, turns } = await slicesOf(rows);
    expect(cells.slice(1).map(([id]) => id)).toEqual(rows.map(({ value }) => value.id));
    expect(slices.length).toBe(turns.length + 1);
    expect(slices.length).toBeGreaterThan(4);
  });
});

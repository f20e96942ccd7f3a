import * as fc from 'fast-check';
import papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { unguardCell } from './formula-guard';
import { hostileRows } from './hostile-rows';
import { toCells, type Cells, type ExportColumn } from './spreadsheet-cells';
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

describe('a spreadsheet of 10,000 hostile rows', () => {
  it('holds text only, and every text to the letter', async () => {
    const { blob, cutCount } = await writeXlsx(HOSTILE, 'Order lines');
    const { data } = await readBack(blob);
    expect(new Set(data.flat().map((cell) => typeof cell))).toEqual(new Set(['string']));
    expect(data).toEqual(HOSTILE);
    expect(cutCount).toBe(0);
  }, 60_000);
});

describe.each([';', ','] as const)('a CSV file of 10,000 hostile rows, separated by %s', (separator) => {
  it('gives every text back when the apostrophes are taken off', async () => {
    const blob = await writeCsv(HOSTILE, separator);
    const { data, errors } = parse(await blob.text(), separator);
    expect(errors).toEqual([]);
    expect(data.map((row) => row.map(unguardCell))).toEqual(HOSTILE);
  }, 60_000);

  it('shows no formula to a reader that splits at every break and separator', async () => {
    const text = await (await writeCsv(HOSTILE, separator)).text();
    const seen = text.split(/[\r\n;,\t]/).map((cell) => cell.replace(/^["\s\p{Cc}\p{Cf}]+/u, ''));
    expect(seen.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  }, 60_000);
});

describe('a CSV file', () => {
  it('begins with the mark of UTF-8 and ends its rows as spreadsheets expect', async () => {
    const blob = await writeCsv([['Référence'], ['É1']], ';');
    const bytes = [...new Uint8Array(await blob.arrayBuffer())];
    expect(bytes.slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(new Uint8Array(bytes))).toBe('Référence\r\nÉ1');
    expect(blob.type).toBe('text/csv;charset=utf-8');
  });
});

describe('a spreadsheet', () => {
  it('is named and has the headers in its first row', async () => {
    const { blob } = await writeXlsx([['State', 'Cart']], 'Lines: [all] of 2026/11, and what else there is');
    expect(await readBack(blob)).toEqual({
      sheet: 'Lines   all  of 2026 11, and wh',
      data: [['State', 'Cart']],
    });
  });

  it('gives back any text at all, even what XML cannot carry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('\uD83D', '_x005F_'))),
        async (texts) => {
          const cells = [['Header'], ...texts.map((text) => [text])];
          const { blob } = await writeXlsx(cells, 'S');
          expect((await readBack(blob)).data).toEqual(cells);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('cuts what is longer than a cell holds, never within a character, and says so', async () => {
    const long = 'x'.repeat(32_767);
    const { blob, cutCount } = await writeXlsx(
      [
        ['A', 'B', 'C'],
        [`${long}y`, long, `${long.slice(1)}😀`],
      ],
      'S',
    );
    expect((await readBack(blob)).data[1]).toEqual([long, long, long.slice(1)]);
    expect(cutCount).toBe(2);
  });
});

describe('the cells of a file', () => {
  const columns: ExportColumn<{ id: string; name: string }>[] = [
    { key: 'id', header: 'Identifier', text: ({ id }) => id },
    { key: 'name', header: 'Name', text: ({ name }) => name },
  ];

  it('are the headers, then the chosen columns of each row in their order', () => {
    const rows = [{ ok: true, value: { id: '1', name: 'A' } }] as const;
    const cells: Cells = [
      ['Name', 'Identifier'],
      ['A', '1'],
    ];
    expect(toCells(rows, columns.toReversed(), () => '')).toEqual(cells);
  });

  it('keep the place of a row that could not be read, and say which it was', () => {
    const rows = [{ ok: false, id: 'L-7', raw: null }] as const;
    expect(toCells(rows, columns, (id) => `Unreadable row ${id}`)[1]).toEqual(['Unreadable row L-7', '']);
  });
});

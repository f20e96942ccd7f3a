import { describe, expect, it } from 'vitest';
import { SHEET_LIMITS, type SheetFile, type UnreadableFile } from '~/domain/import/sheet';
import { writeXlsx } from '~/features/lists/export/write-xlsx';
import { readBytes } from './read-bytes';
import { messageCollector, toMessages } from './sheet-messages';
import { workbookXml, xlsxOf, zipOf } from '~e2e/import/xlsx-file';
import { xmlReader } from './xlsx/xml-reader';
import { UnpackedTooMuch } from './xlsx/zip-parts';

const sheetsOf = (file: SheetFile | UnreadableFile) => ('sheets' in file ? file.sheets : []);
const cellsOf = (file: SheetFile | UnreadableFile) =>
  sheetsOf(file)[0]?.rows.flatMap(({ cells }) => cells.map(({ kind, text }) => `${kind}: ${text}`));

/** The only cell of a sheet. */
async function cell(xml: string, rest: Parameters<typeof xlsxOf>[1] = {}) {
  return (
    cellsOf(await readBytes(xlsxOf(`<sheetData><row r="1">${xml}</row></sheetData>`, rest)))?.[0] ?? null
  );
}

describe('a cell of a workbook', () => {
  it.each([
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', 'text: Zoé & <co>'],
    ['a shared text in runs', '<c r="A1" t="s"><v>1</v></c>', 'text: one two'],
    [
      'a text of its own',
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a_x000D_b </t></is></c>',
      'text:  a\rb ',
    ],
    ['a text of a formula', '<c r="A1" t="str"><f>A2</f><v>x</v></c>', 'text: x'],
    ['CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>', 'text: <b>'],
    ['a number', '<c r="A1"><v>35600000000048</v></c>', 'number: 35600000000048'],
    ['a number with an exponent', '<c r="A1"><v>3.5600000000048E13</v></c>', 'number: 35600000000048'],
    ['a coordinate with noise', '<c r="A1"><v>49.474407700000001</v></c>', 'number: 49.4744077'],
    ['a number too long', '<c r="A1"><v>1.2345678901234568E+22</v></c>', 'number: 12345678901234567741440'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'boolean: TRUE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', 'error: #N/A'],
    ['a formula without a value', '<c r="A1"><f>B1</f></c>', 'no-value: '],
    ['a formula with an empty value', '<c r="A1"><f>B1</f><v></v></c>', 'no-value: '],
    ['a date of its own type', '<c r="A1" t="d"><v>2026-08-03T00:00:00</v></c>', 'date: 2026-08-03'],
    ['a prefix', '<x:c xmlns:x="y" r="A1"><x:v>7</x:v></x:c>', 'number: 7'],
  ])('with %s is read', async (_, xml, expected) => {
    const sharedStrings = [
      '<t>Zo\u00E9 &amp; &lt;co&gt;</t>',
      '<r><rPr><b/></rPr><t xml:space="preserve">one </t></r><r><t>two</t></r><rPh sb="0" eb="1"><t>wan</t></rPh>',
    ];
    expect(await cell(xml, { sharedStrings })).toBe(expected);
  });

  it.each([
    [14, '46237', 'date: 2026-08-03'],
    [22, '46237.5', 'date: 2026-08-03T12:00:00'],
    ['dd/mm/yyyy', '46237', 'date: 2026-08-03'],
    ['[$-40C]d mmmm yyyy;@', '46237', 'date: 2026-08-03'],
    ['mmm-yy', '40969', 'date: 2012-03-01'],
    ['d"th of month"', '59', 'date: 1900-02-28'],
    [14, '61', 'date: 1900-03-01'],
    ['h:mm', '0.5', 'number: 0.5'],
    ['00000', '1000', 'number: 01000'],
    ['0#" "##" "##" "##" "##', '612345678', 'number: 06 12 34 56 78'],
    ['000\\ 000\\ 000\\ 00000', '5580113000016', 'number: 055 801 130 00016'],
    ['0.00', '12.5', 'number: 12.5'],
    ['#,##0', '1257', 'number: 1257'],
    ['"day" 0', '7', 'number: 7'],
    ['General', '7021', 'number: 7021'],
    [49, '7021', 'number: 7021'],
  ])('in the format %j shows %s', async (format, value, expected) => {
    expect(await cell(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(expected);
  });

  it('counts its days from 1904 where the workbook says so', async () => {
    const xml = '<c r="A1" s="1"><v>44775</v></c>';
    expect(await cell(xml, { formats: [14], is1904: true })).toBe('date: 2026-08-03');
  });
});

describe('a sheet', () => {
  const read = async (xml: string) => sheetsOf(await readBytes(xlsxOf(xml)))[0];
  const text = (value: string, place?: string) =>
    `<c${place === undefined ? '' : ` r="${place}"`} t="inlineStr"><is><t>${value}</t></is></c>`;

  it('keeps the places of its rows and cells', async () => {
    const sheet = await read(
      `<sheetData><row r="3">${text('c', 'C3')}</row><row>${text('a')}${text('b')}</row></sheetData>`,
    );
    expect(sheet?.rows.map(({ number, cells }) => [number, cells.map((one) => one.text)])).toEqual([
      [3, ['', '', 'c']],
      [4, ['a', 'b']],
    ]);
  });

  it('says which rows are hidden, and how many ranges are merged', async () => {
    const sheet = await read(
      `<sheetData><row r="1">${text('a')}</row><row r="2" hidden="1">${text('b')}</row></sheetData><mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>`,
    );
    expect(sheet?.rows.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect(sheet?.mergedRanges).toBe(2);
  });

  it('that is hidden or without a filled cell is left out', async () => {
    const xml = `<sheetData><row r="1">${text('a')}</row></sheetData>`;
    const file = await readBytes(
      zipOf(
        workbookXml({
          sheets: [
            { name: 'Lists', state: 'hidden', xml },
            { name: 'Empty', xml: '<sheetData/>' },
            { name: 'Rouen &amp; Caen', xml },
            { name: 'Lyon', xml },
          ],
        }),
      ),
    );
    expect(sheetsOf(file).map(({ name }) => name)).toEqual(['Rouen & Caen', 'Lyon']);
  });

  it('with formatted empty rows is read to its end', async () => {
    const empty = Array.from(
      { length: 5_000 },
      (_, index) => `<row r="${index + 2}" s="1"><c r="A${index + 2}" s="1"/></row>`,
    );
    const xml = `<sheetData><row r="1">${text('a')}</row>${empty.join('')}<row r="40000">${text('z', 'A40000')}</row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    expect(await read(xml)).toMatchObject({ mergedRanges: 1, rows: [{ number: 1 }, { number: 40_000 }] });
  });
});

describe('a workbook', () => {
  it('of ours is read as it was written', async () => {
    const cells = [
      ['SIRET', 'Note'],
      ['05580113000016', "=1+1 _x0041_ 'so'\r\n\u0001"],
    ];
    const { blob } = await writeXlsx([cells], 'lines');
    const file = await readBytes(new Uint8Array(await blob.arrayBuffer()));
    expect(sheetsOf(file)[0]?.rows.map((row) => row.cells.map((one) => one.text))).toEqual(cells);
    expect(file).toMatchObject({ source: 'xlsx', sheets: [{ name: 'lines' }] });
  });

  it('of another type of paths is read', async () => {
    const parts = workbookXml({
      sheets: [{ name: 'A', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }],
    });
    const moved = Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path.replace('xl/worksheets/sheet1.xml', 'sheets/one.xml'),
        part
          .replace('worksheets/sheet1.xml', '../sheets/one.xml')
          .replaceAll('openxmlformats.org', 'purl.oclc.org'),
      ]),
    );
    expect(cellsOf(await readBytes(zipOf(moved)))).toEqual(['number: 1']);
  });

  it('of too many rows is refused with their number', async () => {
    const rows = Array.from(
      { length: SHEET_LIMITS.rows + 1 },
      (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`,
    );
    const xml = `<dimension ref="A1:B50000"/><sheetData>${rows.join('')}`;
    expect(await readBytes(xlsxOf(xml))).toEqual({ unreadable: 'too-many-rows', count: 50_000 });
  });
});

/** An archive that says another size of a part than it has. */
function withSize(archive: Uint8Array<ArrayBuffer>, path: string, size: number): Uint8Array<ArrayBuffer> {
  const lying = Buffer.from(archive);
  // The last place of the path is in the archive's directory (APPNOTE.TXT of ZIP, 4.3.12).
  lying.writeUInt32LE(size, lying.lastIndexOf(path) - 46 + 24);
  return new Uint8Array(lying);
}

describe('another file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const ole = (name: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from(name, (sign) => [sign.charCodeAt(0), 0]).flat()]);

  it.each([
    ['protected', 'a workbook with a password', ole('EncryptedPackage')],
    ['xls', 'an old workbook', ole('Workbook')],
    ['xls', 'a binary workbook', zipOf({ 'xl/workbook.bin': 'x' })],
    ['ods', 'an OpenDocument', zipOf({ mimetype: 'x', 'content.xml': '<a/>' })],
    ['html', 'HTML under a name of .xls', bytes('\uFEFF \r\n<html><table></table></html>')],
    ['html', 'a table', bytes('<table><tr><td>1</td></tr></table>')],
    ['html', 'XML of an old spreadsheet', bytes('<?xml version="1.0"?><Workbook/>')],
    ['pdf', 'a PDF', bytes('%PDF-1.7')],
    ['damaged', 'another archive', zipOf({ 'word/document.xml': '<a/>' })],
    ['damaged', 'half an archive', xlsxOf('<sheetData/>').slice(0, 400)],
    ['damaged', 'an image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
    ['damaged', 'broken XML', xlsxOf('<sheetData><row><c></row>')],
    [
      'empty',
      'a workbook without a filled cell',
      xlsxOf('<sheetData><row r="1"><c s="1"/></row></sheetData>'),
    ],
  ])('is refused as %s: %s', async (unreadable, _, content) => {
    expect(await readBytes(content)).toEqual({ unreadable });
  });

  it.each([
    ['spaces', ' '],
    ['tags', '<a></a>'],
    ['a comment', '<!-- > < '],
  ])('that unpacks to far too many %s is a bomb', async (_, text) => {
    const strings = new TextEncoder().encode(`<sst>${text.repeat(3_000_000 / text.length)}`);
    const parts = {
      ...workbookXml({ sheets: [{ name: 'A', xml: '' }], sharedStrings: [] }),
      'xl/sharedStrings.xml': strings,
    };
    const bomb = zipOf(parts);
    expect(await readBytes(bomb, { ...SHEET_LIMITS, unpackedBytes: 1_000_000 })).toEqual({
      unreadable: 'bomb',
      count: strings.length,
    });
    expect(await readBytes(withSize(bomb, 'xl/sharedStrings.xml', 900_000))).toEqual({ unreadable: 'bomb' });
  });

  it('without an end to a text is a bomb', () => {
    const reader = xmlReader({});
    const write = () => {
      reader.write('<a>');
      for (let count = 0; count < 30; count += 1) reader.write(' '.repeat(100_000));
    };
    expect(write).toThrow(UnpackedTooMuch);
  });

  it('of a huge sheet is refused by the rows that it says it has', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"/></row>`,
    );
    const xml = `<dimension ref="A1:J1048576"/><sheetData>${rows.join('')}</sheetData>`;
    expect(await readBytes(xlsxOf(xml), { ...SHEET_LIMITS, unpackedBytes: 1_000_000 })).toEqual({
      unreadable: 'too-many-rows',
      count: 1_048_576,
    });
  });
});

it('a file comes from the worker as it was read', async () => {
  const rows = Array.from(
    { length: 1001 },
    (_, index) => `<row r="${index + 1}"><c><v>${index}</v></c></row>`,
  );
  const file = await readBytes(xlsxOf(`<sheetData>${rows.join('')}</sheetData>`));
  const collect = messageCollector();
  expect([...toMessages(file)].map(collect).at(-1)).toEqual(file);
  expect([...toMessages({ unreadable: 'pdf' })].map(messageCollector())).toEqual([{ unreadable: 'pdf' }]);
});

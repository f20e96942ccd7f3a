import { expect, it } from 'vitest';
import { matchColumns, findHeaderRow } from '~/domain/import/match-columns';
import { NO_CHOICES, readImportRows } from '~/domain/import/read-rows';
import type { SheetFile, UnreadableFile } from '~/domain/import/sheet';
import { writeCsv } from '~/features/lists/export/write-csv';
import { writeXlsx } from '~/features/lists/export/write-xlsx';
import { readBytes } from '~/features/import/reading/read-bytes';
import { readPasted } from '~/features/import/reading/read-delimited';
import { english, french } from '~/i18n/whole-catalogues';
import { inlineSheet, xlsxOf } from '~e2e/import/xlsx-file';
import { fieldHeadings } from './field-headings';

/*
 * The same 500 rows in twelve files and three pastes, as the programs write them.
 */

const HEADERS = [
  'Offre',
  "Élément d'éligibilité",
  'SIRET',
  'Code postal',
  'SIRET connu',
  'Options',
  'Date de livraison souhaitée',
  'Latitude',
  'Note',
];
const ROWS = Array.from({ length: 500 }, (_, at) => [
  '2173',
  `E-${at}`,
  '05580113000016',
  '01000',
  at % 2 === 0 ? 'oui' : 'non',
  '2210; 7021',
  `${String((at % 28) + 1).padStart(2, '0')}/08/2026`,
  '49.4744077',
  at % 3 === 0 ? 'Côté cour\ninterphone "B"' : 'Zoé; café',
]);
const TABLE = [HEADERS, ...ROWS];

const csv = (delimiter: string, lineBreak = '\r\n') =>
  TABLE.map((row) =>
    row.map((cell) => (/["\n;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter),
  ).join(lineBreak);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  Array.from(text, (_, index) => view.setUint16(index * 2, text.charCodeAt(index), isLittle));
  return new Uint8Array(view.buffer);
};
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** As Excel stores it: shared texts, numbers with a mask, yes and no, dates as serial numbers. */
function excel(): Uint8Array {
  const strings: string[] = [];
  const shared = (text: string) =>
    `<c t="s"><v>${strings.push(`<t xml:space="preserve">${text.replaceAll('&', '&amp;')}</t>`) - 1}</v></c>`;
  const rows = ROWS.map(([, item = '', , , known = '', options = '', day = '', , note = '']) =>
    [
      '<c><v>2173</v></c>',
      shared(item),
      '<c s="1"><v>5580113000016</v></c>',
      '<c s="2"><v>1000</v></c>',
      `<c t="b"><v>${known === 'oui' ? 1 : 0}</v></c>`,
      shared(options),
      // The first of August 2026 is day 46235.
      `<c s="3"><v>${46_234 + Number(day.slice(0, 2))}</v></c>`,
      '<c><v>49.474407700000001</v></c>',
      shared(note),
    ].join(''),
  );
  const xml = [HEADERS.map(shared).join(''), ...rows].map((cells, at) => `<row r="${at + 1}">${cells}</row>`);
  return xlsxOf(`<sheetData>${xml.join('')}</sheetData>`, {
    sharedStrings: strings,
    formats: ['00000000000000', '00000', 'dd/mm/yyyy'],
  });
}

const FILES: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['CSV with semicolons', () => utf8(csv(';'))],
  ['CSV with a byte order mark', () => utf8(`\uFEFF${csv(';')}`)],
  ['CSV with commas', () => utf8(csv(',', '\n'))],
  ['CSV with tabs', () => utf8(csv('\t'))],
  ['CSV that names its delimiter', () => utf8(`sep=;\r\n${csv(';')}`)],
  ['CSV in UTF-16', () => utf16(`\uFEFF${csv('\t')}`, true)],
  ['CSV in UTF-16 BE', () => utf16(`\uFEFF${csv('\t')}`, false)],
  ['CSV in Windows-1252', () => Uint8Array.from(csv(';'), (sign) => sign.charCodeAt(0))],
  ['CSV of ours', async () => bytesOf(await writeCsv([TABLE], ';'))],
  ['XLSX of ours', async () => bytesOf((await writeXlsx([TABLE], 'sites')).blob)],
  ['XLSX with texts in cells', () => xlsxOf(inlineSheet(TABLE))],
  ['XLSX of Excel', excel],
];
const PASTES = [
  ['of Excel', `${csv('\t')}\r\n`],
  ['of Google', csv('\t', '\n')],
  ['of a text', csv(';', '\n')],
] as const;

function preview(file: SheetFile | UnreadableFile) {
  const sheet = 'sheets' in file ? file.sheets[0] : undefined;
  if (!sheet) return file;
  const headings = fieldHeadings([french, english]);
  const header = findHeaderRow(sheet, headings);
  const columns = matchColumns(sheet, header, headings, new Map());
  return readImportRows(sheet, header, columns, NO_CHOICES).rows.map(({ rowNumber, texts }) => [
    rowNumber,
    ...texts,
  ]);
}

const EXPECTED = preview(readPasted(csv('\t')));

it('the rows are there to compare', () => {
  expect(EXPECTED).toHaveLength(500);
  expect(JSON.stringify(EXPECTED)).toContain('["scheduled_delivery_date","2026-08-28"]');
});

it.each(FILES)('%s gives the same preview', async (_, file) => {
  expect(preview(await readBytes(await file()))).toEqual(EXPECTED);
});

it.each(PASTES)('a paste %s gives the same preview', (_, text) => {
  expect(preview(readPasted(text))).toEqual(EXPECTED);
});

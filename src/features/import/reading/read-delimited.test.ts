import { describe, expect, it } from 'vitest';
import type { SheetFile, UnreadableFile } from '~/domain/import/sheet';
import { writeCsv } from '~/features/lists/export/write-csv';
import { readPasted } from './read-delimited';
import { readBytes } from './read-bytes';
import { readFile } from './read-file';

const NEVER = new AbortController().signal;

function textsOf(file: SheetFile | UnreadableFile) {
  if ('unreadable' in file) return file;
  return file.sheets[0]?.rows.map(({ cells }) => cells.map(({ text }) => text));
}

const read = (...parts: BlobPart[]) =>
  readFile(new File(parts, 'sites.csv'), NEVER, (bytes) => readBytes(bytes));
const utf16 = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  Array.from(text, (_, index) => view.setUint16(index * 2, text.charCodeAt(index), isLittle));
  return view.buffer;
};

const TABLE = [
  ['Élément', 'Note'],
  ['é; à', 'one\ntwo'],
  ['3', '"so"'],
];
const csv = (separator: string, lineBreak = '\r\n') =>
  TABLE.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(lineBreak);

describe('a CSV file', () => {
  it.each([
    ['commas', csv(',')],
    ['semicolons', csv(';')],
    ['tabs', csv('\t')],
    ['a named delimiter', `sep=|\r\n${csv('|')}`],
    ['a named semicolon', `sep=;\n${csv(';')}`],
    ['a byte order mark', `\uFEFF${csv(';')}`],
    ['LF', csv(';', '\n')],
    ['CR alone', csv(';', '\r')],
    ['both line breaks', `${csv(';', '\n')}\r\n`],
    ['a last line break', `${csv(';')}\r\n`],
  ])('with %s is read', async (_, text) => {
    expect(textsOf(await read(text))).toEqual(TABLE);
  });

  it.each([
    ['UTF-16 LE', utf16(`\uFEFF${csv('\t')}`, true)],
    ['UTF-16 BE', utf16(`\uFEFF${csv('\t')}`, false)],
    ['UTF-16 LE without a mark', utf16(csv('\t').slice(0), true)],
    ['Windows-1252', Uint8Array.from(csv(';'), (sign) => sign.charCodeAt(0))],
  ])('in %s is read', async (_, bytes) => {
    expect(textsOf(await read(bytes))).toEqual(TABLE);
  });

  it('of Windows keeps its euro sign and quotes', async () => {
    const bytes = Uint8Array.from([0x80, 0x3b, 0x92, 0x3b, 0x9c]);
    expect(textsOf(await read(bytes))).toEqual([['€', '’', 'œ']]);
  });

  it('without a filled cell is empty', async () => {
    expect(await read('')).toEqual({ unreadable: 'empty' });
    expect(await read(';;\r\n ;')).toEqual({ unreadable: 'empty' });
  });

  it('numbers its rows as a spreadsheet does', async () => {
    const file = await read('sep=;\na;b\n\n"1\n2";3\n');
    expect('sheets' in file && file.sheets[0]?.rows.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('of too many rows is refused with their number', async () => {
    expect(await read('a;b\n'.repeat(50_000))).toEqual({ unreadable: 'too-many-rows', count: 50_000 });
  });

  it('of 40 MB is refused before it is read', async () => {
    const file = new File([new Uint8Array(40_000_000)], 'sites.csv');
    file.arrayBuffer = () => Promise.reject(new Error('read'));
    expect(await readFile(file, NEVER)).toEqual({ unreadable: 'too-large', count: 40_000_000 });
  });

  it('that changed on the disk is not read', async () => {
    const file = new File(['a'], 'sites.csv');
    file.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
    expect(await readFile(file, NEVER)).toEqual({ unreadable: 'changed' });
  });
});

describe('an export of ours', () => {
  const CELLS = [
    ['SIRET', 'Note', 'Commune'],
    ['05580113000016', '=1+1', 'Rouen'],
    ["'01", '- a\r\n- b', 'Caen'],
  ];

  it.each([';', ','] as const)('with %s loses the apostrophes of its guard', async (separator) => {
    const file = await read(await writeCsv([CELLS], separator));
    expect(file).toMatchObject({ isOwnExport: true });
    expect(textsOf(file)).toEqual(CELLS);
  });

  it('is told from a file with apostrophes of its own', async () => {
    const file = await read("\uFEFFSIRET;Note\r\n'0123;x\r\n0456;y");
    expect(file).toMatchObject({ isOwnExport: false });
    expect(textsOf(file)).toEqual([
      ['SIRET', 'Note'],
      ["'0123", 'x'],
      ['0456', 'y'],
    ]);
  });
});

describe('pasted cells', () => {
  it.each([
    [
      'of Excel',
      'a\tb\r\n"1\n2"\t3\r\n',
      [
        ['a', 'b'],
        ['1\n2', '3'],
      ],
    ],
    [
      'of Google',
      'a\tb\n"1\n2"\t3',
      [
        ['a', 'b'],
        ['1\n2', '3'],
      ],
    ],
    [
      'with quotes of their own',
      'a\tb\r\n"so" he said\t5" pipe\r\n',
      [
        ['a', 'b'],
        ['"so" he said', '5" pipe'],
      ],
    ],
    ['of one column', 'a\nb\n', [['a'], ['b']]],
    ['with empty cells', 'a\t\tb\n\t\t\nc', [['a', '', 'b'], ['c']]],
    [
      'with semicolons',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with semicolons in cells',
      'a;x\tb\n1;2\t3',
      [
        ['a;x', 'b'],
        ['1;2', '3'],
      ],
    ],
  ])('%s are read', (_, text, table) => {
    expect(textsOf(readPasted(text))).toEqual(table);
  });

  it('are none without a text', () => {
    expect(readPasted(' \n')).toEqual({ unreadable: 'empty' });
  });
});

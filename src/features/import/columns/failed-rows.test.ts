import { expect, it } from 'vitest';
import { readOrderLine } from '~/contract/order-line';
import type { BatchRow } from '~/domain/batches/batch';
import { failedRows, importText, filledFields } from '~/domain/batches/failed-rows';
import { checkRow } from '~/domain/import/check-rows';
import { findHeaderRow, matchColumns } from '~/domain/import/match-columns';
import { NO_CHOICES, readImportRows } from '~/domain/import/read-rows';
import { fieldLabel } from '~/i18n/field-label';
import { english, french } from '~/i18n/whole-catalogues';
import { writeCsv } from '~/features/lists/export/write-csv';
import { writeXlsx } from '~/features/lists/export/write-xlsx';
import { readBytes } from '~/features/import/reading/read-bytes';
import { fieldHeadings } from './field-headings';

const aRow = (number: number, kind: 'failed' | 'waiting'): BatchRow => ({
  values: readOrderLine({
    id: 'x',
    product_offering_id: '2173',
    product_offering_qualification_item_id: `E-${number}`,
    external_id: 'ot-1234567890123456789012',
    option_ids: ['2210', '7021'],
    siret_known: true,
    note: '=1+1',
    related_contact_information: [
      {
        siret: '05580113000016',
        contact1_firstname: 'Zoé',
        contact2_phone_number: '0612345678',
        latitude: 49.47,
      },
    ],
  }),
  state: kind === 'failed' ? { kind, problem: 'server', messages: [] } : { kind },
  copied: null,
  rejections: {},
});

it.each([
  ['XLSX', french],
  ['XLSX', english],
  ['CSV', french],
  ['CSV', english],
] as const)('the failed rows in %s import again without matching', async (format, messages) => {
  const batch = { rows: [aRow(1, 'failed'), aRow(2, 'waiting'), aRow(3, 'failed')] };
  const fields = filledFields(batch);
  const rows = failedRows(batch);
  const cells = [
    [...fields.map((field) => fieldLabel(field, messages)), messages.batches.reason],
    ...rows.map((row) => [...fields.map((field) => importText(row, field)), 'refused']),
  ];
  const blob = format === 'CSV' ? await writeCsv([cells], ';') : (await writeXlsx([cells], 'failed')).blob;
  const file = await readBytes(new Uint8Array(await blob.arrayBuffer()));
  const sheet = 'sheets' in file ? file.sheets[0] : undefined;
  if (!sheet) throw new Error('The file has no sheet');
  const headings = fieldHeadings([french, english]);
  const header = findHeaderRow(sheet, headings);
  const columns = matchColumns(sheet, header, headings, new Map());
  expect(columns.map(({ field }) => field)).toEqual([...fields, null]);
  const read = readImportRows(sheet, header, columns, NO_CHOICES).rows.map(
    (row) => checkRow(row, '2026-01-01').values,
  );
  expect(read.map((values) => fields.map((field) => importText({ values }, field)))).toEqual(
    rows.map((row) => fields.map((field) => importText(row, field))),
  );
});

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { aSheet, button, checkPasted, chooseFile, openImport } from '~e2e/import/steps';
import { exportedFile } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { expectSum, total } from './steps';

const SHEET = aSheet(6, { 2: { Options: '2210; 2211' }, 5: { 'Votre référence': '' } });
/** The columns of the sheet, as the desk calls them. */
const HEADERS = (SHEET.split('\n')[0] ?? '')
  .split('\t')
  .map((header) => header.replace(/^(Contact sur site) : (.*)/, '$2 ($1)'));

/** Imports the sheet of six rows. The API refuses the second and the fifth. Gives the id of the cart. */
async function importRefused(page: Page, api: MockApi): Promise<string> {
  const cartId = await openImport(page, api);
  await checkPasted(page, SHEET);
  const refusal = { status: 422, body: { customer_order_name: ['This name is not accepted.'] } };
  for (const answer of [null, refusal, null, null, refusal])
    api.faults.next({ operation: 'createLine' }, answer ? { answer } : {});
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText('4 lignes créées dans le panier.')).toBeVisible();
  expect(await total(page, 'en échec')).toBe(2);
  await expectSum(page);
  return cartId;
}

/** The file that the button on the receipt gives; its name announces the number of rows. */
async function failedRows(page: Page, format: 'CSV' | 'XLSX'): Promise<Buffer> {
  await button(page, 'Exporter les 2 lignes en échec').click();
  const file = await exportedFile(page, format);
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).first().click();
  return file;
}

test('failed rows are exported with columns and reason', async ({ page, api, expectComplaint }) => {
  expectComplaint(/422/);
  await importRefused(page, api);
  const file = (await failedRows(page, 'CSV')).toString('utf8').replace('\uFEFF', '');
  const [header = [], ...rows] = file
    .trim()
    .split('\r\n')
    .map((row) => row.split(';'));
  expect(header.toSorted()).toEqual([...HEADERS, 'Motif'].toSorted());
  expect(header.at(-1)).toBe('Motif');
  const customer = header.indexOf('Client final');
  expect(rows.map((cells) => cells[customer])).toEqual(['Boulangerie 2', 'Boulangerie 5']);
  for (const cells of rows) expect(cells.at(-1)).toContain('This name is not accepted.');
});

for (const format of ['CSV', 'XLSX'] as const)
  test(`failed rows in ${format} import again without matching`, async ({ page, api, expectComplaint }) => {
    expectComplaint(/422/);
    const cartId = await importRefused(page, api);
    const file = await failedRows(page, format);
    await page.goto(`/carts/${cartId}/import`);
    await chooseFile(page, `lignes-en-echec.${format.toLowerCase()}`, file);
    await expect(page.getByText('Non importées : Motif.')).toBeVisible();
    await button(page, 'Vérifier les lignes').click();
    await expect(button(page, 'Prêtes (2)')).toBeVisible();
    await button(page, 'Créer les lignes').click();
    await expect(page.getByText('2 lignes créées dans le panier.')).toBeVisible();
    const values = api.store.cart(cartId).lines.map(({ content }) => content.values);
    const names = values.map(({ end_customer_name }) => end_customer_name);
    expect(names.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((row) => `Boulangerie ${row}`));
    expect(values.find(({ external_id }) => external_id === 'REF-2')?.option_ids).toEqual(['2210', '2211']);
  });

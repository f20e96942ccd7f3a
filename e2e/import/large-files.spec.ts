import { expect, test } from '~e2e/fixtures';
import { aSheet, button, cell, chooseFile, openImport, readRows, refusal } from './steps';
import { cellsOf, inlineSheet, workbookXml, xlsxOf, zipOf } from './xlsx-file';

const SHEET_ROWS = 1_048_576;

test('a million formatted empty rows are passed over', async ({ page, api }) => {
  await openImport(page, api);
  const filled = inlineSheet(cellsOf(aSheet(3))).replace('</sheetData>', '');
  const empty = Array.from(
    { length: SHEET_ROWS - 4 },
    (_, index) => `<row r="${index + 5}"><c s="1"/></row>`,
  );
  const xml = `<dimension ref="A1:P${SHEET_ROWS}"/>${filled}${empty.join('')}</sheetData>`;
  await chooseFile(page, 'sites.xlsx', Buffer.from(xlsxOf(xml, { formats: [49] })));
  // A second on a calm machine.
  await expect(readRows(page)).toHaveText('sites.xlsx : 3 lignes', { timeout: 45_000 });
  await button(page, 'Vérifier les lignes').click();
  await expect(await cell(page, 4, 'Votre référence')).toHaveText('REF-3');
});

test('a ZIP bomb is refused before it is unpacked', async ({ page, api }) => {
  await openImport(page, api);
  const parts = workbookXml({ sheets: [{ name: 'A', xml: '' }], sharedStrings: [] });
  const bomb = zipOf({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(125_000_000) });
  expect(bomb.length).toBeLessThan(1_000_000);
  await chooseFile(page, 'bombe.xlsx', Buffer.from(bomb));
  await expect(refusal(page)).toContainText('Décompressé, il fait 125 Mo.');
  await expect(refusal(page)).toContainText('Copiez les lignes remplies dans un nouveau classeur.');
});

test('a file of 40 MB is refused at once', async ({ page, api }) => {
  await openImport(page, api);
  await page.getByLabel('Choisir un fichier').evaluate((input) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(40_000_000)], 'grand.csv'));
    if (input instanceof HTMLInputElement) input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(refusal(page)).toContainText('Il fait 40 Mo.');
});

test('50,000 rows are refused with their number', async ({ page, api }) => {
  await openImport(page, api);
  await chooseFile(page, 'long.csv', Buffer.from('a;b\n'.repeat(50_000)));
  await expect(refusal(page)).toContainText(/Il a trop de lignes.* Il a 50\s000 lignes\./);
  const rows = Array.from({ length: 50_000 }, () => ['a', 'b']);
  await chooseFile(
    page,
    'long.xlsx',
    Buffer.from(xlsxOf(`<dimension ref="A1:B50000"/>${inlineSheet(rows)}`)),
  );
  await expect(refusal(page)).toContainText('long.xlsx ne peut pas être lu');
  await expect(refusal(page)).toContainText(/Il a 50\s000 lignes\./);
});

import { expect, test } from '~e2e/fixtures';
import { aSheet, button, cell, chooseFile, openImport, readRows, refusal } from './steps';
import { cellsOf, inlineSheet, workbookXml, xlsxOf, zipOf } from './xlsx-file';

test('a workbook is read and checked', async ({ page, api }) => {
  await openImport(page, api);
  await chooseFile(page, 'sites.xlsx', Buffer.from(xlsxOf(inlineSheet(cellsOf(aSheet(3))))));
  await expect(readRows(page)).toHaveText('sites.xlsx : 3 lignes');
  await button(page, 'Vérifier les lignes').click();
  await expect(button(page, 'Prêtes (3)')).toBeVisible();
  await expect(await cell(page, 4, 'Votre référence')).toHaveText('REF-3');
});

test('a sheet of several is chosen by its count', async ({ page, api }) => {
  await openImport(page, api);
  const sheets = [2, 5].map((count) => ({
    name: `Lot ${count}`,
    xml: inlineSheet(cellsOf(aSheet(count))),
  }));
  await chooseFile(page, 'sites.xlsx', Buffer.from(zipOf(workbookXml({ sheets }))));
  await expect(readRows(page)).toHaveText('sites.xlsx : 2 lignes');
  await page.getByLabel('Feuille').selectOption({ index: 1 });
  await expect(readRows(page)).toHaveText('sites.xlsx : 5 lignes');
});

test('hidden rows are left out until they are asked for', async ({ page, api }) => {
  await openImport(page, api);
  const xml = inlineSheet(cellsOf(aSheet(5)), { hidden: [3, 4] });
  await chooseFile(page, 'sites.xlsx', Buffer.from(xlsxOf(xml)));
  await expect(page.getByText('3 visibles, 2 masquées')).toBeVisible();
  await button(page, 'Vérifier les lignes').click();
  await expect(button(page, 'Prêtes (3)')).toBeVisible();
});

test.describe('a file that is no sheet', () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(name, 'utf16le')]);
  const files: readonly (readonly [string, Buffer, RegExp])[] = [
    ['protégé.xlsx', ole('EncryptedPackage'), /mot de passe/],
    ['ancien.xls', ole('Workbook'), /xls/],
    ['page.xls', Buffer.from('<html><table></table></html>'), /HTML|page/],
    ['sites.ods', Buffer.from(zipOf({ mimetype: 'x', 'content.xml': '<a/>' })), /OpenDocument|ods/],
    ['sites.pdf', Buffer.from('%PDF-1.7'), /PDF/],
    ['moitié.xlsx', Buffer.from(xlsxOf('<sheetData/>').slice(0, 300)), /abîmé|endommagé/],
  ];
  for (const [name, content, reason] of files) {
    test(`${name} says why and what to do`, async ({ page, api }) => {
      await openImport(page, api);
      await chooseFile(page, name, content);
      await expect(refusal(page)).toContainText(`${name} ne peut pas être lu`);
      await expect(refusal(page)).toContainText(reason);
    });
  }
});

test('a CSV file in Windows-1252 keeps its signs', async ({ page, api }) => {
  await openImport(page, api);
  const sheet = aSheet(1, { 1: { 'Client final': 'Café de l’Œuvre' } }, ';');
  const bytes = Array.from(sheet, (sign) => ({ '’': 0x92, Œ: 0x8c })[sign] ?? sign.charCodeAt(0));
  await chooseFile(page, 'sites.csv', Buffer.from(bytes));
  await button(page, 'Vérifier les lignes').click();
  await expect(await cell(page, 2, 'Client final')).toHaveText('Café de l’Œuvre');
});

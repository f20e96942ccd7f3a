import { expect, test } from '~e2e/fixtures';
import { tabTo } from '~e2e/steps';
import { aSheet, button, cell, openImport } from './steps';

test('rows become lines by keyboard alone', async ({ page, api }) => {
  await openImport(page, api);
  await tabTo(page, page.getByLabel('Coller des lignes'));
  await page.keyboard.insertText(aSheet(3, { 1: { 'Porte ENNI': '' } }));
  await tabTo(page, button(page, 'Vérifier les lignes'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeVisible();
  await tabTo(page, await cell(page, 2, 'Client final'));
  await page.keyboard.press('F8');
  await expect(await cell(page, 2, 'Porte ENNI')).toBeFocused();
  await page.keyboard.type('ENNI-PAR-2');
  await page.keyboard.press('Tab');
  await expect(await cell(page, 2, 'Société sur site')).toBeFocused();
  await tabTo(page, button(page, 'Créer les lignes'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 lignes créées dans le panier.')).toBeVisible();
});

test('keys of the grid move, select and copy nothing else', async ({ page, api }) => {
  await openImport(page, api);
  await page.getByLabel('Coller des lignes').fill(aSheet(40));
  await button(page, 'Vérifier les lignes').click();
  await (await cell(page, 2, 'Client final')).click();
  await page.keyboard.press('PageDown');
  await expect(await cell(page, 17, 'Client final')).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(4);
  await page.keyboard.press('Delete');
  await expect(await cell(page, 3, 'Votre référence')).toHaveText('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(1);
});

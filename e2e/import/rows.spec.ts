import type { Locator } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { aSheet, button, checkPasted, chooseFile, openImport, readRows } from './steps';

/** Drops a file; gives whether the browser was kept from opening it in place of the page. */
function dropFile(target: Locator, name: string, text: string): Promise<boolean> {
  return target.evaluate(
    (element, { name, text }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      return !element.dispatchEvent(drop);
    },
    { name, text },
  );
}

test('a dropped file is read', async ({ page, api }) => {
  await openImport(page, api);
  const target = page.getByRole('region', { name: 'Lignes du tableur' });
  expect(await dropFile(target, 'sites.csv', aSheet(5, {}, ';'))).toBe(true);
  await expect(readRows(page)).toHaveText('sites.csv : 5 lignes');
});

test('a file dropped beside the target replaces no page', async ({ page, api }) => {
  await openImport(page, api);
  await expect(page.getByLabel('Coller des lignes')).toBeVisible();
  expect(await dropFile(page.getByRole('banner'), 'sites.csv', aSheet(1))).toBe(true);
  await page.goto('/lines');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await dropFile(page.getByRole('main'), 'sites.csv', aSheet(1))).toBe(true);
});

test('the same file is read again', async ({ page, api }) => {
  await openImport(page, api);
  await chooseFile(page, 'sites.csv', aSheet(2, {}, ';'));
  await expect(readRows(page)).toHaveText('sites.csv : 2 lignes');
  await chooseFile(page, 'sites.csv', aSheet(3, {}, ';'));
  await expect(readRows(page)).toHaveText('sites.csv : 3 lignes');
});

test('a large paste is read and not drawn', async ({ page, api }) => {
  await openImport(page, api);
  const box = page.getByLabel('Coller des lignes');
  await box.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, aSheet(500));
  await expect(readRows(page)).toHaveText('Lignes collées : 500 lignes');
  await expect(box).toHaveValue('');
});

test('an empty file says so', async ({ page, api }) => {
  await openImport(page, api);
  await chooseFile(page, 'vide.csv', '');
  await expect(page.getByRole('alert')).toContainText('vide.csv ne peut pas être lu');
  await expect(page.getByRole('alert')).toContainText("Il n'y a aucune ligne dedans.");
  await chooseFile(page, 'sites.csv', aSheet(1, {}, ';'));
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a header that was chosen once is remembered', async ({ page, api }) => {
  const cartId = await openImport(page, api);
  const sheet = aSheet(2).replace('Votre référence', 'Réf. chantier');
  await page.getByLabel('Coller des lignes').fill(sheet);
  const choice = page.getByLabel('Champ de Réf. chantier');
  await expect(choice).toHaveValue('');
  await expect(page.getByText('Non importées : Réf. chantier.')).toBeVisible();
  await choice.selectOption({ label: 'Votre référence' });
  await expect(page.getByText('16 sur 16 colonnes sont importées.')).toBeVisible();
  await button(page, 'Vérifier les lignes').click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.goto(`/carts/${cartId}/import`);
  await page.getByLabel('Coller des lignes').fill(sheet);
  await expect(choice).toHaveValue('external_id');
});

test('a field is filled by one column', async ({ page, api }) => {
  await openImport(page, api);
  await page.getByLabel('Coller des lignes').fill(aSheet(1));
  await page.getByLabel('Champ de Porte ENNI').selectOption({ label: 'Offre' });
  await expect(page.getByLabel('Champ de Offre')).toHaveValue('');
});

test('the row of headers is picked and remembered', async ({ page, api }) => {
  const cartId = await openImport(page, api);
  const sheet = `Chantier A\tChantier B\tOffre\nNom\tRéf\tOFR\n${'x\ty\tz\n'.repeat(3)}`;
  await page.getByLabel('Coller des lignes').fill(sheet);
  const choice = page.getByLabel("Ligne d'en-têtes");
  await expect(choice).toHaveValue('0');
  await choice.selectOption('1');
  await expect(page.getByLabel('Champ de Réf')).toBeVisible();
  await expect(readRows(page)).toHaveText('Lignes collées : 3 lignes');
  await button(page, 'Vérifier les lignes').click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.goto(`/carts/${cartId}/import`);
  await page.getByLabel('Coller des lignes').fill(sheet);
  await expect(choice).toHaveValue('1');
});

test('edited rows are not left without a question', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(2));
  await page.getByRole('gridcell', { name: 'REF-1' }).dblclick();
  await page.keyboard.type('-B');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: 'REF-1-B' })).toBeVisible();
  await page.getByRole('link', { name: 'Lots' }).click();
  await expect(page.getByRole('dialog', { name: "Quitter l'import ?" })).toContainText('Votre modification');
  await button(page, 'Rester').click();
  await expect(page.getByRole('gridcell', { name: 'REF-1-B' })).toBeVisible();
  await button(page, "Choisir d'autres lignes").click();
  await button(page, 'Abandonner les modifications').click();
  await expect(page.getByLabel('Coller des lignes')).toBeVisible();
  await page.getByRole('link', { name: 'Lots' }).click();
  await expect(page).toHaveURL(/\/batches$/);
});

test('nothing of the rows is stored in readable form', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(2));
  await expect(page.getByRole('grid')).toBeVisible();
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(stored).toContain('orderdesk.import.headers');
  for (const text of ['Boulangerie', 'Client final', 'end_customer_name']) expect(stored).not.toContain(text);
});

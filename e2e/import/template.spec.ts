import { expect, test } from '~e2e/fixtures';
import { button, openImport, readRows } from './steps';

for (const { name, file } of [
  { name: 'XLSX, en français', file: 'modele-de-lignes-fr.xlsx' },
  { name: 'CSV, en anglais', file: 'modele-de-lignes-en.csv' },
])
  test(`the template ${name} is saved and matches every column`, async ({ page, api }) => {
    await openImport(page, api);
    await button(page, 'Modèle vide').click();
    const saved = page.waitForEvent('download');
    await button(page, name).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(file);
    await expect(button(page, 'Modèle vide')).toBeFocused();
    await page.getByLabel('Choisir un fichier').setInputFiles(await download.path());
    await expect(readRows(page)).toContainText(': 0 ligne');
    await expect(page.getByText(/(\d+) sur \1 colonnes sont importées/)).toBeVisible();
  });

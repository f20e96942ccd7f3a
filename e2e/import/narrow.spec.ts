import { expect, test } from '~e2e/fixtures';
import { overhang } from '~e2e/reflow';
import { aSheet, button, checkPasted, openImport } from './steps';

test.describe('on 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('problems are a list, each with an input', async ({ page, api }) => {
    await openImport(page, api);
    await checkPasted(page, aSheet(3, { 2: { Offre: '', 'Code INSEE': '7645' } }));
    await expect(page.getByRole('grid')).toHaveCount(0);
    const row = page.getByRole('list', { name: 'Problèmes' }).getByRole('group', { name: 'Ligne 3' });
    await expect(page.getByRole('list', { name: 'Problèmes' }).getByRole('listitem')).toHaveCount(1);
    await expect(row.getByLabel('Offre')).toHaveAccessibleDescription('Nécessaire pour enregistrer');
    await row.getByLabel('Offre').fill('FTTH-PRO');
    await row.getByLabel('Code INSEE').fill('76451');
    await row.getByLabel('Code INSEE').press('Enter');
    await expect(row).toContainText('Prête');
    await expect(page.getByText('3 lignes seront créées dans CDE-1.')).toBeVisible();
    await button(page, 'Annuler').click();
    await expect(row.getByLabel('Code INSEE')).toHaveValue('7645');
    expect(await overhang(page)).toBe(0);
  });
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('rows under French headers become lines', async ({ page, api }) => {
    await openImport(page, api);
    await page.getByLabel('Paste rows').fill(aSheet(2));
    await expect(page.getByLabel('Field of Porte ENNI')).toHaveValue('enni');
    await button(page, 'Check rows').click();
    await expect(button(page, 'Ready (2)')).toBeVisible();
    await button(page, 'Create lines').click();
    await expect(page.getByText('2 lines created in the cart.')).toBeVisible();
  });
});

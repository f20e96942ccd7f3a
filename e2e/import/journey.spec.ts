import { expect, test } from '~e2e/fixtures';
import { expectSum } from '~e2e/batches/steps';
import { aLine } from '~/mock-api/store/given';
import { aSheet, button, cell, checkPasted, chooseFile, openImport } from './steps';

const imported = (count: number) => `${count} lignes créées dans le panier.`;

test('pasted rows become lines', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(3));
  await expect(button(page, 'Prêtes (3)')).toBeVisible();
  await expect(await cell(page, 2, 'Client final')).toHaveText('Boulangerie 1');
  expect(api.ledger.of('createLine')).toEqual([]);
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText(imported(3))).toBeVisible();
  await expectSum(page);
  const references = api.store.lines().map(({ content }) => content.values.external_id);
  expect(references).toEqual(['REF-1', 'REF-2', 'REF-3']);
});

test('a chosen file becomes lines', async ({ page, api }) => {
  const cartId = await openImport(page, api);
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('link', { name: 'Importer des lignes' }).click();
  await chooseFile(page, 'sites.csv', aSheet(2, {}, ';'));
  await expect(page.getByRole('status').filter({ hasText: 'sites.csv' })).toContainText('2 lignes');
  await button(page, 'Vérifier les lignes').click();
  await button(page, 'Créer les lignes').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import de sites.csv');
  await expect(page.getByText(imported(2))).toBeVisible();
});

test('a file that was imported before is recognised', async ({ page, api }) => {
  const cartId = await openImport(page, api);
  await checkPasted(page, aSheet(3));
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText(imported(3))).toBeVisible();
  await page.goto(`/carts/${cartId}/import`);
  await checkPasted(page, aSheet(4));
  await expect(page.getByText('3 sur 4 sont déjà dans ce panier.')).toBeVisible();
  await button(page, 'Les écarter').click();
  await expect(page.getByText('1 ligne sera créée dans CDE-1.')).toBeVisible();
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText('1 ligne créée dans le panier.')).toBeVisible();
  expect(api.store.lines()).toHaveLength(4);
});

test('rows that cannot be created stay out', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(3, { 2: { Offre: '' }, 3: { 'Porte ENNI': '' } }));
  await expect(button(page, 'Ne peuvent pas être créées (1)')).toBeVisible();
  await expect(button(page, 'Incomplètes, peuvent être créées (1)')).toBeVisible();
  const summary = page.getByRole('region', { name: 'Création' }).getByRole('status');
  await expect(summary).toContainText('2 lignes seront créées dans CDE-1.');
  await expect(summary).toContainText('1 ligne ne peut pas être créée et reste de côté.');
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText(imported(2))).toBeVisible();
  expect(api.store.lines()).toHaveLength(2);
});

test('a quote line says which fields it locks', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(2, { 1: { 'Ligne de devis': 'DV-2042' } }));
  const summary = page.getByRole('region', { name: 'Création' }).getByRole('status');
  await expect(summary).toContainText(
    "1 ligne est issue d'un devis. Une fois créées, ces champs sont verrouillés",
  );
  await expect(summary).toContainText('Code affaire');
});

test('a confirmed cart takes no rows', async ({ page, api }) => {
  await openImport(page, api, [aLine({ state: 'in_progress' })]);
  await expect(page.getByText('Ce panier a été confirmé')).toBeVisible();
  await expect(page.getByLabel('Coller des lignes')).toHaveCount(0);
});

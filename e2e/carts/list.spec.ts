import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test('the carts are filtered by state and reference', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  api.given(aCart({ external_id: 'CDE-2', lines: [aLine({ state: 'acknowledged' })] }));
  await page.goto('/carts');
  await expect(row(page, 'CDE-1')).toContainText('Brouillon');
  await expect(row(page, 'CDE-2')).toContainText('Terminé');

  await page.getByRole('combobox', { name: 'État' }).selectOption('Terminé');
  await expect(page).toHaveURL('/carts?state=completed');
  await expect(row(page, 'CDE-1')).toHaveCount(0);
  expect(api.ledger.last('listCarts').query).toMatchObject({ state: 'completed' });

  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await page.getByRole('textbox', { name: 'Votre référence' }).fill('CDE-1');
  await expect(page).toHaveURL('/carts?external_id=CDE-1');
  await expect(row(page, 'CDE-2')).toHaveCount(0);
  await expect(row(page, 'CDE-1')).toBeVisible();
});

test('a link to filtered carts shows the same view', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1', project_id: 'PRJ-1' }));
  api.given(aCart({ external_id: 'CDE-2', project_id: 'PRJ-2' }));
  await page.goto('/carts?project_id=PRJ-2');
  await expect(row(page, 'CDE-2')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Projet' })).toHaveValue('PRJ-2');
  await expect(page.getByRole('row')).toHaveCount(2);
  expect(api.ledger.of('listCarts').map(({ query }) => query['project_id'])).toEqual(['PRJ-2']);
});

test('a click in a row opens the cart', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto('/carts');
  await row(page, 'CDE-1').getByText('Brouillon').click();
  await expect(page.getByRole('heading', { name: 'Panier CDE-1' })).toBeVisible();
});

test('a refused new cart keeps the typed text', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  api.faults.next(
    { operation: 'createCart' },
    { answer: { status: 400, body: { external_id: ['Already in use.'] } } },
  );
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  const reference = page.getByRole('dialog').getByLabel('Votre référence');
  await reference.fill('CDE-1');
  await page.getByRole('button', { name: 'Créer le panier' }).click();
  await expect(reference).toHaveAccessibleDescription(/Already in use\./);
  await expect(reference).toHaveValue('CDE-1');
  await page.getByRole('button', { name: 'Créer le panier' }).click();
  await expect(page.getByRole('heading', { name: 'Panier CDE-1' })).toBeVisible();
});

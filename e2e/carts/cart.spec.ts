import { expect, test } from '~e2e/fixtures';
import { field, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test('a cart names what each line misses', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({
      external_id: 'CDE-1',
      lines: [
        aLine({ customer_order_name: 'Siège' }),
        aLine({ customer_order_name: 'Agence', enni: '', contact: { city: '' } }),
      ],
    }),
  );
  await page.goto(`/carts/${cartId}`);
  await expect(row(page, 'Siège')).toContainText('Prête');
  await expect(row(page, 'Agence')).toContainText('2 à compléter');
  await expect(page.getByText(/^1 .* à confirmer sur 2$/)).toBeVisible();
});

test('saving references sends only the changed one', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', project_id: 'PRJ-1' }));
  await page.goto(`/carts/${cartId}`);
  await field(page, 'Projet').fill('PRJ-2');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Références enregistrées.')).toBeVisible();
  expect(api.ledger.last('updateCart').body).toEqual({ project_id: 'PRJ-2' });
});

test('deleting a cart names its lines', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({
      external_id: 'CDE-1',
      lines: [aLine({ customer_order_name: 'Siège' }), aLine({ customer_order_name: 'Agence' })],
    }),
  );
  api.given(aCart({ external_id: 'CDE-2' }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: 'Supprimer le panier' }).click();
  const dialog = page.getByRole('dialog', { name: 'Supprimer ce panier ?' });
  await expect(dialog).toContainText('CDE-1');
  await expect(dialog.getByRole('listitem')).toHaveText([/Siège/, /Agence/]);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  expect(api.ledger.of('deleteCart')).toEqual([]);

  await page.getByRole('button', { name: 'Supprimer le panier' }).click();
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await expect(page).toHaveURL(/\/carts$/);
  await expect(row(page, 'CDE-2')).toBeVisible();
  await expect(row(page, 'CDE-1')).toHaveCount(0);
});

test('deleting a line leaves the others', async ({ page, api }) => {
  const { cartId, lineId } = api.given(
    aCart({
      external_id: 'CDE-1',
      lines: [aLine({ customer_order_name: 'Siège' }), aLine({ customer_order_name: 'Agence' })],
    }),
  );
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('button', { name: 'Supprimer la ligne' }).click();
  const dialog = page.getByRole('dialog', { name: 'Supprimer cette ligne ?' });
  await expect(dialog).toContainText('Siège');
  await dialog.getByRole('button', { name: 'Supprimer la ligne' }).click();
  await expect(page).toHaveURL(new RegExp(`/carts/${cartId}$`));
  await expect(row(page, 'Agence')).toBeVisible();
  await expect(row(page, 'Siège')).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a deletion that takes another line says so', async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ lines: [aLine(), aLine()] }));
  const left = { id: cartId, product_order_item: [] };
  api.faults.next({ operation: 'deleteLine' }, { answer: { status: 200, body: left } });
  await page.goto(`/lines/${lineId}`);
  const read = page.waitForResponse(new RegExp(`/product_order/${cartId}/$`));
  await page.getByRole('button', { name: 'Supprimer la ligne' }).click();
  const dialog = page.getByRole('dialog', { name: 'Supprimer cette ligne ?' });
  await read;
  await dialog.getByRole('button', { name: 'Supprimer la ligne' }).click();
  await expect(dialog.getByRole('alert')).toContainText('1 ligne de plus a quitté le panier');
});

test('a confirmed cart can no longer be changed', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ state: 'acknowledged' })] }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByText('Prise en compte').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Ajouter une ligne' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Confirmer le panier' })).toHaveCount(0);
});

test('a cart with an ordered line cannot be deleted', async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', state: 'created', lines: [aLine()] }));
  api.store.changeLine(lineId, { status: { order_date: Date.UTC(2026, 2, 2) } });
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Confirmer le panier' })).toHaveCount(0);
});

test('a draft says when it expires', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', daysOld: 80, lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByText(/^Créé .* · Premier brouillon expire/)).toBeVisible();
  await expect(row(page, 'Kerbrat')).toContainText(/Expire le \d/);
});

test('an expired draft is not called ready', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', daysOld: 100, lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await expect(
    page.getByText(/1 ligne de ce brouillon a expiré, la première le .* gardé 90 jours/),
  ).toBeVisible();
  await expect(row(page, 'Kerbrat')).toContainText('Brouillon expiré');
  await expect(row(page, 'Kerbrat')).not.toContainText('Prête');
  await expect(page.getByText('0 ligne prête à confirmer sur 1')).toBeVisible();
});

test('a deleted cart leads back to the carts', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  api.given(aCart({ external_id: 'CDE-2' }));
  await page.goto('/carts/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('alert')).toContainText("Ce panier n'existe plus ou n'est pas à vous");
  await page.getByRole('link', { name: 'Voir les paniers' }).click();
  await expect(row(page, 'CDE-2')).toBeVisible();
});

test('an open draft that is deleted elsewhere offers nothing', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toBeVisible();
  await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/`, { method: 'DELETE' }));
  await field(page, 'Projet').fill('PRJ-2');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert')).toContainText("Ce panier n'existe plus ou n'est pas à vous");
  await expect(page.getByRole('link', { name: 'Voir les paniers' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toHaveCount(0);
});

test('a reference that is too long is not sent', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  const reason = '300 caractères, 256 au plus';
  await page.goto(`/carts/${cartId}`);
  await field(page, 'Votre référence').fill('A'.repeat(300));
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(field(page, 'Votre référence')).toHaveAccessibleDescription(new RegExp(reason));
  await expect(field(page, 'Votre référence')).toBeFocused();

  await page.goto('/carts#new');
  const reference = page.getByRole('dialog').getByLabel('Votre référence');
  await reference.fill('A'.repeat(300));
  await reference.press('Enter');
  await expect(reference).toHaveAccessibleDescription(new RegExp(reason));
  expect([...api.ledger.of('updateCart'), ...api.ledger.of('createCart')]).toEqual([]);
});

test('the focus follows from page to page', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByLabel('Votre référence').fill('CDE-2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Panier CDE-2' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();

  await page.goto('/carts');
  await page.getByRole('link', { name: 'CDE-1' }).click();
  await page.getByRole('link', { name: 'Confirmer le panier' }).press('Enter');
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByRole('main')).toBeFocused();
});

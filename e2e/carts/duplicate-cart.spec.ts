import { duplicateCart, ending } from '~e2e/batches/steps';
import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const duplicate = 'Dupliquer le panier';

test('a cart is duplicated line by line', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({
      external_id: 'CDE-1',
      project_id: 'PRJ-1',
      lines: [
        aLine({ external_id: 'A-1', note: 'Une' }),
        aLine({ end_customer_name: 'Garage Moreau', quote_item_id: 'DV-1' }),
        aLine({ end_customer_name: 'Hôtel du Port', quote_item_id: 'DV-2' }),
      ],
    }),
  );
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const dialog = page.getByRole('dialog', { name: duplicate });
  await expect(dialog.getByRole('radio')).toHaveCount(2);
  await expect(dialog).toContainText('Non copiés : Votre référence, Ligne de devis');
  await dialog.getByRole('button', { name: 'Dupliquer' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Copie de Panier CDE-1' })).toBeVisible();
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  await page.getByRole('link', { name: 'Ouvrir le nouveau panier' }).click();
  await expect(row(page, 'Garage Moreau')).toBeVisible();
  await expect(row(page, 'Hôtel du Port')).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(cartId));

  const [created] = api.ledger.of('createCart').map(({ body }) => body);
  expect(created).toMatchObject({ project_id: 'PRJ-1' });
  expect(created).not.toMatchObject({ external_id: 'CDE-1' });
  const bodies = api.ledger.of('createLine').map(({ body }) => body);
  expect(bodies).toHaveLength(3);
  expect(bodies[0]).toMatchObject({ end_customer_name: 'Menuiserie Kerbrat', note: 'Une' });
  for (const body of bodies) {
    // A reference of the desk's own finds the line again.
    expect(body).toHaveProperty('external_id', expect.stringMatching(/^ot-[\w-]{22}$/));
    expect(body).not.toHaveProperty('quote_item_id');
  }
});

test('a refused duplication goes on without a second copy', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [aLine(), aLine({ end_customer_name: 'Garage Moreau' })] }),
  );
  await page.goto(`/carts/${cartId}`);
  api.faults.next({ operation: 'createLine' }, { answer: { status: 400, body: { detail: 'Not now.' } } });
  await duplicateCart(page);
  await expect(ending(page)).toContainText('Le nouveau panier a 1 ligne.');
  await expect(row(page, '1. Menuiserie Kerbrat')).toContainText('Not now.');
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 2 lignes.');
  await page.getByRole('link', { name: 'Ouvrir le nouveau panier' }).click();
  await expect(row(page, 'Garage Moreau')).toHaveCount(1);
  expect(api.store.lines()).toHaveLength(4);
});

test('a copy without an answer is not created twice', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  api.faults.next({ operation: 'createLine' }, { cut: 'after' });
  await duplicateCart(page);
  await expect(ending(page)).toContainText('Le nouveau panier a 1 ligne.');
  expect(api.ledger.of('createLine')).toHaveLength(1);
  expect(api.store.lines()).toHaveLength(2);
});

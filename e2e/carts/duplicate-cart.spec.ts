import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';

const duplicate = 'Dupliquer le panier';

test('a cart is duplicated line by line, asks about quotes once, and says what was not copied', async ({
  page,
  api,
}) => {
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
  await expect(dialog.getByRole('link', { name: 'Ouvrir le nouveau panier' })).toBeVisible();
  // The button went with the question: the dialog keeps the focus.
  await expect(dialog).toBeFocused();
  await dialog.getByRole('link', { name: 'Ouvrir le nouveau panier' }).click();
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
    expect(body).not.toHaveProperty('external_id');
    expect(body).not.toHaveProperty('quote_item_id');
  }
});

test('a duplication that is refused half-way says so, and goes on without creating a line twice', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/400/);
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [aLine(), aLine({ end_customer_name: 'Garage Moreau' })] }),
  );
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const dialog = page.getByRole('dialog', { name: duplicate });
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await dialog.getByRole('button', { name: 'Dupliquer' }).click();
  await first.met;
  await expect(dialog).toContainText('Lignes créées : 0 sur 2');
  api.faults.next({ operation: 'createLine' }, { answer: { status: 400, body: { detail: 'Not now.' } } });
  first.release();
  await expect(dialog.getByRole('alert').first()).toContainText('sur 2');
  await expect(dialog).toContainText('Not now.');
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await expect(dialog).toContainText('2 lignes');
  await dialog.getByRole('link', { name: 'Ouvrir le nouveau panier' }).click();
  await expect(row(page, 'Garage Moreau')).toHaveCount(1);
  expect(api.store.lines()).toHaveLength(4);
});

test('a line whose creation was not answered is not created twice', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const dialog = page.getByRole('dialog', { name: duplicate });
  api.faults.next({ operation: 'createLine' }, { cut: 'after' });
  await dialog.getByRole('button', { name: 'Dupliquer' }).click();
  await expect(dialog).toContainText('1 ligne');
  await expect(dialog.getByRole('link', { name: 'Ouvrir le nouveau panier' })).toBeVisible();
  expect(api.ledger.of('createLine')).toHaveLength(1);
  expect(api.store.lines()).toHaveLength(2);
});

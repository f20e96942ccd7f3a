import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, fillLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';

/* Writes of which nobody heard: the screen says that it checks, and ends in what a reading has proved. */

const checking = (page: Page) => page.getByText('Nous ne savons pas encore si cela a été fait');

async function createCart(page: Page): Promise<void> {
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByLabel('Projet').fill('PRJ-1');
  await page.getByRole('button', { name: 'Créer le panier' }).click();
}

test('a cart whose creation was never answered is found and opened, and there is one', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  api.faults.next({ operation: 'createCart' }, { cut: 'after' });
  await createCart(page);
  await expect(checking(page)).toBeVisible();
  await expect(page).toHaveURL(/\/carts\/[\w-]{36}$/);
  await expect(page.getByText("Référence donnée par l'outil")).toBeVisible();
  await expect(field(page, 'Votre référence')).toHaveValue(/^ot-[\w-]{22}$/);
  expect(api.ledger.of('createCart')).toHaveLength(1);
});

test('a cart that was not created is said not to be once that is proved, and a new click creates one', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  await page.clock.install();
  api.faults.next({ operation: 'createCart' }, { cut: 'before' });
  await createCart(page);
  await expect(checking(page)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveCount(0);
  await page.clock.fastForward(3_000);
  await expect(async () => {
    await page.clock.runFor(10_000);
    expect(await page.getByRole('dialog').getByRole('alert').count()).toBe(1);
  }).toPass({ intervals: [100] });
  await expect(page.getByRole('dialog').getByRole('alert')).not.toContainText('Nous ne savons pas');
  await page.getByRole('button', { name: 'Créer le panier' }).click();
  await expect(page).toHaveURL(/\/carts\/[\w-]{36}$/);
  const references = api.ledger.of('createCart').map(({ body }) => body);
  expect(references).toHaveLength(2);
  expect(references[0]).toEqual(references[1]);

  // The first one was made all the same, late: nobody has asked for two.
  await expect(field(page, 'Votre référence')).toHaveValue(/^ot-/);
  const reference = await field(page, 'Votre référence').inputValue();
  api.given(aCart({ external_id: reference }));
  await page.goto('/carts');
  const late = page.getByRole('status').filter({ hasText: `${reference} est apparu après coup` });
  await expect(late.getByRole('link', { name: "Ouvrir l'autre" })).toBeVisible();
  await late.getByRole('button', { name: 'Compris' }).click();
  await expect(late).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(late).toHaveCount(0);
});

for (const { what, leave } of [
  { what: 'page that was reloaded', leave: (page: Page) => page.reload() },
  { what: 'dialog that was closed', leave: (page: Page) => page.keyboard.press('Escape') },
])
  test(`after a ${what} while a cart was being created, the cart is found and offered`, async ({
    page,
    api,
  }) => {
    const creation = api.faults.next({ operation: 'createCart' }, { hold: 'before' });
    await createCart(page);
    await creation.met;
    await leave(page);
    await expect(page.getByText('Nous vérifions si la création a eu lieu')).toBeVisible();
    creation.release();
    const found = page.getByRole('status').filter({ hasText: 'La création a eu lieu.' });
    await expect(found).toBeVisible();
    await found.getByRole('link', { name: 'Ouvrir' }).click();
    await expect(page).toHaveURL(/\/carts\/[\w-]{36}$/);
    await page.goBack();
    await page.getByRole('button', { name: 'Compris' }).click();
    await expect(found).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
    await expect(found).toHaveCount(0);
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });

test('a line whose creation was never answered is found in its cart and opened', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-1' },
  ]);
  api.faults.next({ operation: 'createLine' }, { cut: 'after' });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(checking(page)).toBeVisible();
  await expect(page).toHaveURL(/\/lines\/[\w-]{36}/);
  await expect(field(page, "Élément d'éligibilité")).toHaveValue('ELIG-1');
  expect(api.ledger.of('createLine')).toHaveLength(1);
});

test('a deletion that was never answered ends in what the cart shows', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET|404/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: 'Supprimer le panier' }).click();
  const dialog = page.getByRole('dialog');
  api.faults.next({ operation: 'deleteCart' }, { cut: 'before' });
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByRole('alert')).not.toContainText('Nous ne savons pas');
  api.faults.next({ operation: 'deleteCart' }, { cut: 'after' });
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
});

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, fillLine, keptRecords, waitFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/* Writes of which nobody heard: the screen says that it checks, and ends in what a reading has proved. */

const HOUR = 3_600_000;
const checking = (page: Page) => page.getByText('Nous ne savons pas encore si cela a été fait');

async function createCart(page: Page, beforeClick?: () => Promise<void>): Promise<void> {
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByLabel('Projet').fill('PRJ-1');
  await beforeClick?.();
  await page.getByRole('button', { name: 'Créer le panier' }).click();
}

test('a cart created without an answer is found', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const cut = api.faults.next({ operation: 'createCart' }, { cut: 'after' });
  await createCart(page);
  await cut.met;
  const search = api.faults.next({ operation: 'listCarts', times: 9 }, { hold: 'before' });
  await expect(checking(page)).toBeVisible();
  search.release();
  api.faults.clear();
  await expect(page).toHaveURL(/\/carts\/[\w-]{36}$/);
  await expect(page.getByText("Référence donnée par l'outil")).toBeVisible();
  await expect(field(page, 'Votre référence')).toHaveValue(/^ot-[\w-]{22}$/);
  expect(api.ledger.of('createCart')).toHaveLength(1);
});

test('a cart that was not created can be created again', async ({ page, api, expectComplaint }) => {
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
});

for (const { what, leave } of [
  { what: 'reload', leave: (page: Page) => page.reload() },
  { what: 'closed dialog', leave: (page: Page) => page.keyboard.press('Escape') },
])
  test(`after a ${what} the created cart is offered`, async ({ page, api }) => {
    const creation = api.faults.next({ operation: 'createCart' }, { hold: 'before' });
    await createCart(page);
    await creation.met;
    await leave(page);
    await expect(page.getByText('Nous vérifions si la création a eu lieu')).toBeVisible();
    creation.release();
    const found = page.getByRole('status').filter({ hasText: /La création a eu lieu\./ });
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

test('a creation stays noted until its cart is shown', async ({ page, api }) => {
  await page.clock.install();
  await createCart(page, () => page.clock.pauseAt(Date.now() + 1000));
  await expect(async () => {
    await page.clock.runFor(10);
    expect(page.url()).toMatch(/\/carts\/[\w-]{36}$/);
  }).toPass({ intervals: [50] });
  expect(api.ledger.of('createCart')).toHaveLength(1);
  expect(await keptRecords(page, 'creations')).toBe(1);
  await page.clock.runFor(3000);
  await expect.poll(() => keptRecords(page, 'creations')).toBe(0);
});

for (const hours of [3, -3])
  test(`a clock ${hours} hours ahead hides no created cart`, async ({ page, api, expectComplaint }) => {
    expectComplaint(/ERR_CONNECTION_RESET/);
    await page.clock.install({ time: Date.now() + hours * HOUR });
    // The created cart is on neither the first page of the list nor the last.
    const giveMany = () => Array.from({ length: 60 }, () => api.given(aCart({})));
    giveMany();
    await page.goto('/carts');
    await page.getByRole('button', { name: 'Nouveau panier' }).click();
    await page.getByRole('dialog').getByLabel('Votre référence').fill('CDE-1');
    const cut = api.faults.next({ operation: 'createCart' }, { cut: 'after' });
    await page.getByRole('button', { name: 'Créer le panier' }).click();
    await cut.met;
    const search = api.faults.next({ operation: 'listCarts', times: 9 }, { hold: 'before' });
    await expect(checking(page)).toBeVisible();
    giveMany();
    await page.reload();
    search.release();
    api.faults.clear();
    const found = page.getByRole('status').filter({ hasText: /La création a eu lieu\./ });
    await waitFor(page, found);
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });

test('a line created without an answer is found', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-1' },
  ]);
  const cut = api.faults.next({ operation: 'createLine' }, { cut: 'after' });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await cut.met;
  const search = api.faults.next({ operation: 'readCart' }, { hold: 'before' });
  await expect(checking(page)).toBeVisible();
  search.release();
  await expect(page).toHaveURL(/\/lines\/[\w-]{36}/);
  await expect(field(page, "Élément d'éligibilité")).toHaveValue('ELIG-1');
  expect(api.ledger.of('createLine')).toHaveLength(1);
});

test('a deletion without an answer follows the cart', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET|404/);
  await page.clock.install();
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: 'Supprimer le panier' }).click();
  const dialog = page.getByRole('dialog');
  api.faults.next({ operation: 'deleteCart' }, { cut: 'before' });
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await expect(checking(page)).toBeVisible();
  await waitFor(page, dialog.getByRole('alert'));
  await expect(dialog.getByRole('alert')).not.toContainText('Nous ne savons pas');
  api.faults.next({ operation: 'deleteCart' }, { cut: 'after' });
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
});

test('a save that loses the network never claims "not sent"', async ({
  page,
  api,
  context,
  expectComplaint,
}) => {
  expectComplaint(/ERR_/);
  await page.clock.install();
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  const save = api.faults.next({ operation: 'updateLine' }, { hold: 'after', cut: 'after' });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await save.met;
  await context.setOffline(true);
  await page.route('**/{api,gw,auth}/**', (route) => route.abort('internetdisconnected'));
  save.release();
  await waitFor(page, page.getByRole('alert').filter({ hasText: 'Nous ne savons pas si cela a été fait' }));
  await expect(page.getByText("Rien n'a été envoyé")).toHaveCount(0);
  expect(api.store.line(lineId).content.values.note).toBe('Sonner deux fois');
});

test('a save without a network says that nothing was sent', async ({ page, api, context }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  // The parts that the editor needs later are there before the network goes.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Vous êtes hors ligne.' });
  await expect(notice).toContainText("Rien n'a été envoyé.");
  expect(api.ledger.of('updateLine')).toEqual([]);
});

test('a reading without a network claims nothing of orders', async ({
  page,
  api,
  context,
  expectComplaint,
}) => {
  expectComplaint(/ERR_INTERNET_DISCONNECTED/);
  api.given(aCart({ lines: [aLine()] }));
  await page.goto('/lines');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await context.setOffline(true);
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'));
  await page.getByRole('searchbox').fill('Kerbrat');
  await expect(page.getByText('Vous êtes hors ligne.')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Rien n'a été envoyé")).toHaveCount(0);
});

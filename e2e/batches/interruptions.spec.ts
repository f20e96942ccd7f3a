import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { duplicateCart, ending, expectSum, total } from './steps';

const goOn = (page: Page) => page.getByRole('button', { name: 'Reprendre' });
const alert = (page: Page) => page.getByRole('alert');

/** A cart of `count` lines, on its page, whose copy is held at its first line. */
async function heldAtFirstLine(page: Page, api: MockApi, count: number) {
  const lines = Array.from({ length: count }, (_, index) =>
    aLine({ end_customer_name: `Client ${index + 1}` }),
  );
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`/carts/${cartId}`);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  const url = await duplicateCart(page);
  await first.met;
  const copies = () => api.store.lines().filter(({ cart }) => cart.id !== cartId);
  return { first, url, copies };
}

/** The id of the cart that the batch works on. */
async function newCartId(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: /^ot-/ }).first().getAttribute('href');
  return href?.split('/').at(-1) ?? '';
}

test('a batch waits for a person after network loss', async ({ page, context, api, expectComplaint }) => {
  expectComplaint(/ERR_INTERNET_DISCONNECTED|Failed to load/);
  const { first, copies } = await heldAtFirstLine(page, api, 4);
  await context.setOffline(true);
  first.release();
  await expect(alert(page)).toContainText("le réseau ou l'API ne répond pas");
  await context.setOffline(false);
  await expect(goOn(page)).toBeVisible();
  expect(copies()).toHaveLength(1);
  await goOn(page).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 4 lignes.');
  expect(copies()).toHaveLength(4);
});

test('a batch waits for a person after sleep', async ({ page, api }) => {
  await page.clock.install();
  const { first, copies } = await heldAtFirstLine(page, api, 3);
  await page.clock.fastForward('00:30:00');
  first.release();
  await expect(alert(page)).toContainText('cet ordinateur était en veille');
  expect(copies()).toHaveLength(1);
  await goOn(page).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  expect(copies()).toHaveLength(3);
});

test('a cart confirmed by a colleague pauses the batch', async ({ page, api, expectComplaint }) => {
  expectComplaint(/409/);
  const { first, copies } = await heldAtFirstLine(page, api, 4);
  const cartId = await newCartId(page);
  const second = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  first.release();
  await second.met;
  for (const { id } of copies()) api.store.changeLine(id, { status: { state: 'in_progress' } });
  api.store.cart(cartId).state = 'in_progress';
  second.release();
  await expect(alert(page)).toContainText('le panier est confirmé');
  expect(await total(page, 'en échec')).toBe(0);
  await goOn(page).click();
  await expect(row(page, 'Client 4')).toContainText('Le panier a été confirmé avant elle.');
  expect(await total(page, 'ignorée')).toBeGreaterThan(0);
  await expectSum(page);
});

test('a deleted cart pauses the batch', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { first } = await heldAtFirstLine(page, api, 3);
  const cartId = await newCartId(page);
  const second = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  first.release();
  await second.met;
  api.store.removeCart(cartId);
  second.release();
  await expect(alert(page)).toContainText("le panier n'existe plus");
  await goOn(page).click();
  await expect(row(page, 'Client 3')).toContainText('Le panier a été supprimé avant elle.');
  await expectSum(page);
});

test('the cart names the batch that works on it', async ({ page, api }) => {
  const { first } = await heldAtFirstLine(page, api, 3);
  const batchUrl = page.url();
  await page.getByRole('button', { name: 'Mettre en pause' }).click();
  first.release();
  await expect(alert(page)).toContainText("En pause. Rien n'est envoyé");
  await page.getByRole('link', { name: /^ot-/ }).first().click();
  await expect(page.getByText('Un lot travaille sur ce panier. En pause : 1 sur 3 lignes.')).toBeVisible();
  await page.getByRole('link', { name: 'Confirmer le panier' }).click();
  await expect(page.getByText('Un lot travaille sur ce panier. En pause : 1 sur 3 lignes.')).toBeVisible();
  await page.getByRole('link', { name: 'Ouvrir le lot' }).click();
  await expect(page).toHaveURL(batchUrl);
});

test('a batch costs two requests a row', async ({ page, api }) => {
  const lines = Array.from({ length: 12 }, () => aLine());
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('row')).toHaveCount(13);
  const before = api.ledger.entries.length;
  await duplicateCart(page);
  await expect(ending(page)).toContainText('Le nouveau panier a 12 lignes.');
  const own = api.ledger.entries.slice(before);
  const readings = own.filter(({ operation }) => operation === 'readCart').length;
  expect(readings).toBeLessThanOrEqual(10);
  expect(own.length - readings).toBeLessThanOrEqual(2 * 12 + 4);
});

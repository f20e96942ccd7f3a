import type { Page } from '@playwright/test';
import { FAILURES, hang } from '~e2e/broken-storage';
import { expect, test } from '~e2e/fixtures';
import { outcome } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

/* Orders and carts while the browser's storage hangs, refuses or is full. What is said of a receipt follows the disk. */

const NOT_SHOWN = 'Cet ordinateur ne peut pas montrer ce qui a été envoyé';

/** Places an order of which no receipt can be kept. Gives the id of its cart. */
async function placeWithoutReceipt(page: Page, api: MockApi): Promise<string> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(outcome(page)).toContainText("n'est gardé que tant que cette page est ouverte", {
    timeout: 20_000,
  });
  await expect(outcome(page)).not.toContainText('gardé sept jours');
  return cartId;
}

for (const { what, prepare } of FAILURES) {
  test(`an order is placed while storage ${what}`, async ({ page, context, api }) => {
    await prepare(context);
    const cartId = await placeWithoutReceipt(page, api);
    await page.reload();
    await expect(outcome(page)).toContainText(NOT_SHOWN);
    await page.goto(`/carts/${cartId}/record`);
    await expect(page.getByRole('heading', { name: NOT_SHOWN })).toBeVisible();
    expect(api.ledger.of('confirmCart')).toHaveLength(1);
  });

  test(`a cart is created while storage ${what}`, async ({ page, context, api }) => {
    await prepare(context);
    await page.goto('/carts#new');
    await page.getByRole('button', { name: 'Créer le panier' }).click();
    await expect(page).toHaveURL(/\/carts\/[\w-]{36}$/, { timeout: 20_000 });
    expect(api.ledger.of('createCart')).toHaveLength(1);
  });
}

test('an order without an encrypted receipt says so', async ({ page, context, api }) => {
  // The key that encrypts receipts does not come; the record of the order is written.
  await hang(context, ['orderdesk']);
  await placeWithoutReceipt(page, api);
});

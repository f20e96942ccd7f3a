import { duplicateCart, ending, expectSum } from '~e2e/batches/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { signIn } from './steps';

/*
 * The gateway lets two writes a second through for one person, and 16 calls at once. A batch keeps to its share of
 * the writes, and waits for a limit. A refusal says whose limit it is.
 */

const OWN_LIMIT = 'Orderdesk lui-même limite le nombre de demandes';
const SLOW = { timeout: 90_000 };

test('a cart of forty lines is duplicated without a click', async ({ page, desk }) => {
  test.slow();
  const { cartId } = desk.api.given(
    aCart({ external_id: 'CDE-1', lines: Array.from({ length: 40 }, () => aLine()) }),
  );
  await page.goto(`${desk.origin}/carts/${cartId}`);
  await signIn(page);
  await duplicateCart(page);
  await expect(page.getByRole('main')).toContainText('encore 1 minute environ', SLOW);
  await expect(ending(page)).toContainText('Le nouveau panier a 40 lignes.', SLOW);
  await expectSum(page);
  expect(desk.api.ledger.of('createCart')).toHaveLength(1);
  expect(desk.api.ledger.of('createLine')).toHaveLength(40);
  expect(desk.log.filter((line) => line.includes('too_many'))).toEqual([]);
});

test("a batch waits for the person's own limit", async ({ page, desk, expectComplaint }) => {
  test.slow();
  expectComplaint(/429/);
  const { api, origin } = desk;
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-1', lines: Array.from({ length: 5 }, () => aLine()) }),
  );
  await page.goto(`${origin}/carts/${cartId}`);
  await signIn(page);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await duplicateCart(page);
  await first.met;
  // Uses up the person's writes, on a slow machine too, until the page waits.
  const waiting = new AbortController();
  const spend = async () => {
    while (!waiting.signal.aborted) {
      const sent = { headers: { 'x-ot': '1', origin } };
      const writes = [1, 2, 3].map(() => page.request.delete(`${origin}/api/v1/product_order/none/`, sent));
      await Promise.all(writes);
    }
  };
  const spent = spend();
  first.release();
  await expect(page.getByRole('status').filter({ hasText: OWN_LIMIT })).toBeVisible(SLOW);
  waiting.abort();
  await spent;
  await expect(ending(page)).toContainText('Le nouveau panier a 5 lignes.', SLOW);
  expect(api.ledger.of('createLine')).toHaveLength(5);
});

test('too many calls of one person name our limit', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/503/);
  await page.goto(`${desk.origin}/carts`);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
  const { api, origin } = desk;
  const slow = api.faults.next({ operation: 'readCart', times: 16 }, { hold: 'before' });
  const calls = Array.from({ length: 33 }, () =>
    page.request.get(`${origin}/api/v1/product_order/slow/`, { headers: { 'x-ot': '1', origin } }),
  );
  // One of them is refused, so all others have a place.
  await Promise.race(calls);
  await page.getByRole('link', { name: 'Lignes de commande' }).first().click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(OWN_LIMIT);
  await expect(alert).not.toContainText("L'API");
  slow.release();
  await expect(alert).toHaveCount(0);
  await Promise.all(calls);
});

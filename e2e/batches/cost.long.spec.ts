import type { Page } from '@playwright/test';
import { expect } from '~e2e/fixtures';
import { aSheet, button, checkPasted } from '~e2e/import/steps';
import { rounds } from '~e2e/long-trial';
import { outcome } from '~e2e/steps';
import { aCart } from '~/mock-api/store/given';
import { readLines, test, type SocketDesk } from './socket-desk';
import { expectSum, total } from './steps';

/*
 * What a batch costs, by the ledger of the API, which has the gateway's own requests too. Bytes that grow with the square
 * of the rows would be ten times too many for ten times the rows.
 */

const ROWS = rounds({ whole: 500, sample: 20 }).length;
const FEW_ROWS = rounds({ whole: 50, sample: 5 }).length;
const SLOW = { timeout: 600_000 };

/** Imports rows into a new cart. Gives the id of the cart, and the bytes that the API answered since the button. */
async function importRows(page: Page, { api, origin, answeredBytes }: SocketDesk, rows: number) {
  const { cartId } = api.given(aCart({ external_id: `CDE-${rows}` }));
  await page.goto(`${origin}/carts/${cartId}/import`);
  await checkPasted(page, aSheet(rows));
  expect(api.ledger.entries.filter(({ method }) => method !== 'GET')).toEqual([]);
  api.ledger.clear();
  const before = answeredBytes();
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText(`${rows} lignes créées dans le panier.`)).toBeVisible(SLOW);
  await expectSum(page);
  expect(await total(page, 'créée')).toBe(rows);
  const readings = api.ledger.of('readCart').length;
  expect(readings).toBeLessThanOrEqual(10);
  expect(api.ledger.entries.length - readings).toBeLessThanOrEqual(2 * rows);
  expect(api.ledger.of('createLine')).toHaveLength(rows);
  api.ledger.clear();
  return { cartId, bytes: answeredBytes() - before };
}

test(`${ROWS} imported rows cost as much a row as ${FEW_ROWS}`, async ({ page, desk }) => {
  test.setTimeout(1_800_000);
  const few = await importRows(page, desk, FEW_ROWS);
  const { cartId, bytes } = await importRows(page, desk, ROWS);
  expect(bytes).toBeLessThanOrEqual(few.bytes * (ROWS / FEW_ROWS) * 1.5);

  const { api, origin } = desk;
  await page.goto(`${origin}/carts/${cartId}`);
  await page.getByRole('link', { name: 'Confirmer le panier' }).click(SLOW);
  await readLines(api, ROWS);
  const place = page.getByRole('button', { name: 'Passer la commande' });
  await expect(place).toBeEnabled(SLOW);
  const reviewed = new Set(api.ledger.of('readLine').map(({ ids }) => ids.lineId));
  expect(reviewed.size).toBe(ROWS);
  await place.click();
  await readLines(api, 2 * ROWS);
  await page.waitForURL(`${origin}/carts/${cartId}`, SLOW);
  await expect(outcome(page)).toBeVisible(SLOW);
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
  // The desk stays until the page is gone.
  await page.close();
});

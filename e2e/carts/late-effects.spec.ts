import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, waitFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/* Writes that the API carries out long after the gateway has given up on them. */

const NOT_DONE = "Cela n'a pas été fait";
const checking = (page: Page) => page.getByText('Nous ne savons pas encore si cela a été fait');
const GATEWAY_TIMEOUT = { answer: { status: 504, body: '<h1>Gateway Time-out</h1>' } };

test('a save that lands late is never called unsaved', async ({ page, api, expectComplaint }) => {
  expectComplaint(/504/);
  await page.clock.install();
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  const save = api.faults.next({ operation: 'updateLine' }, GATEWAY_TIMEOUT);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await save.met;
  await expect(checking(page)).toBeVisible();
  const readings = () => api.ledger.of('readLine').length;
  const before = readings();
  // Readings at 1, 3, 7 and 15 seconds that do not show it.
  await expect(async () => {
    await page.clock.runFor(2000);
    expect(readings()).toBeGreaterThan(before + 3);
  }).toPass({ intervals: [100] });
  await expect(checking(page)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(NOT_DONE);

  api.store.changeLine(lineId, { values: { note: 'Sonner deux fois' } });
  await waitFor(page, page.getByText(/^Enregistré à/));
  expect(api.ledger.of('updateLine')).toHaveLength(1);
});

test('a deletion that lands late is never called not done', async ({ page, api, expectComplaint }) => {
  expectComplaint(/504|404/);
  await page.clock.install();
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: 'Supprimer le panier' }).click();
  const dialog = page.getByRole('dialog');
  const deletion = api.faults.next({ operation: 'deleteCart' }, GATEWAY_TIMEOUT);
  await dialog.getByRole('button', { name: 'Supprimer le panier' }).click();
  await deletion.met;
  await expect(checking(page)).toBeVisible();
  await page.clock.runFor(20_000);
  await expect(checking(page)).toBeVisible();
  await expect(dialog).not.toContainText(NOT_DONE);

  api.store.removeCart(cartId);
  await waitFor(page, page.getByRole('heading', { name: 'Paniers' }));
  expect(api.ledger.of('deleteCart')).toHaveLength(1);
});

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { waitFor } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import type { Fault } from '~/mock-api/http/faults';
import { aCart, aLine } from '~/mock-api/store/given';
import { ending, expectSum, total } from './steps';

/* The answer to a creation is lost, and a colleague adds a line of the same reference meanwhile. */

const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Copies a rejected line into a new cart. Its creation meets the fault; gives the fault, and the id of the new cart. */
async function copyInDoubt(page: Page, api: MockApi, fault: Fault) {
  const bad = aLine({ external_id: 'L-2', note: 'Une', state: 'rejected_creation' });
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: [bad] }));
  await page.goto(`/carts/${cartId}`);
  await button(page, 'Nouveau panier avec la ligne rejetée').click();
  const sent = api.faults.next({ operation: 'createLine' }, fault);
  await button(page, 'Créer ce panier').click();
  await sent.met;
  const cart = api.store.carts().find(({ id }) => id !== cartId);
  if (!cart) throw new Error('There is no new cart');
  const { body, path } = api.ledger.last('createLine');
  /** A colleague's line that is like the copy but for a note. */
  const addLine = async (note: string) => {
    const values = JSON.stringify(Object.assign({}, body, { note }));
    const headers = { 'content-type': 'application/json' };
    await api.fetch(new Request(`http://api.test${path}`, { method: 'POST', headers, body: values }));
  };
  return { sent, addLine, lines: () => api.store.cart(cart.id).lines };
}

test("a colleague's other line is not taken for the copy", async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  await page.clock.install();
  const { sent, addLine, lines } = await copyInDoubt(page, api, { hold: 'before', cut: 'before' });
  await addLine('Deux');
  sent.release();
  await waitFor(page, ending(page));
  expect(await total(page, 'créée')).toBe(1);
  expect(
    lines()
      .map(({ content }) => content.values.note)
      .toSorted(),
  ).toEqual(['Deux', 'Une']);
  expect(api.ledger.of('createLine')).toHaveLength(3);
});

test('equal lines are shown for a decision', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { sent, addLine, lines } = await copyInDoubt(page, api, { hold: 'after', cut: 'after' });
  await addLine('Une');
  sent.release();
  await expect(page.getByRole('alert')).toContainText('plusieurs lignes peuvent être celle');
  expect(await total(page, 'inconnue')).toBe(1);
  await button(page, 'Reprendre').click();
  await expect(page.getByRole('alert')).toContainText('plusieurs lignes peuvent être celle');
  const choice = page.getByRole('region', { name: 'À décider' });
  await expect(choice.getByRole('link')).toHaveCount(2);
  await choice.getByRole('button', { name: "C'est celle-ci" }).first().click();
  await expect(choice).toHaveCount(0);
  await button(page, 'Reprendre').click();
  await expect(ending(page)).toBeVisible();
  expect(await total(page, 'créée')).toBe(1);
  await expectSum(page);
  expect(lines()).toHaveLength(2);
  expect(api.ledger.of('createLine')).toHaveLength(2);
});

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, keptTexts } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

const question = (page: Page) => page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });

/** A line reached by its cart, with an unsaved note. */
async function typeWithoutSaving(page: Page, api: MockApi) {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('link', { name: 'Menuiserie Kerbrat' }).click();
  await field(page, 'Note').fill('Sonner deux fois');
  return { cart: new RegExp(`/carts/${cartId}$`), line: new RegExp(`/lines/${lineId}$`) };
}

test('leaving by a link asks, staying keeps text', async ({ page, api }) => {
  const { line } = await typeWithoutSaving(page, api);
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await expect(question(page)).toContainText('1 champ');
  await question(page).getByRole('button', { name: 'Rester ici' }).click();
  await expect(page).toHaveURL(line);
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('staying after Back keeps the cursor', async ({ page, api }) => {
  await typeWithoutSaving(page, api);
  await page.goBack();
  await question(page).getByRole('button', { name: 'Rester ici' }).click();
  await page.keyboard.type(', puis attendre');
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois, puis attendre');
});

test('a key at the moment of leaving counts', async ({ page, api }) => {
  const { line } = await typeWithoutSaving(page, api);
  await field(page, 'Note').fill('');
  await page.getByRole('link', { name: 'Paniers', exact: true }).evaluate((link) => {
    document.execCommand('insertText', false, 'x');
    if (link instanceof HTMLElement) link.click();
  });
  await expect(question(page)).toContainText('1 champ');
  await question(page).getByRole('button', { name: 'Rester ici' }).click();
  await expect(page).toHaveURL(line);
  await expect(field(page, 'Note')).toHaveValue('x');
});

test('leaving by Back asks and can save first', async ({ page, api }) => {
  const { cart } = await typeWithoutSaving(page, api);
  await page.goBack();
  await question(page).getByRole('button', { name: 'Enregistrer et quitter' }).click();
  await expect(page.getByRole('heading', { name: 'Panier CDE-1' })).toBeVisible();
  await expect(page).toHaveURL(cart);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'Sonner deux fois' }]);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a failed save on leaving keeps the page', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  const { line } = await typeWithoutSaving(page, api);
  api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body: { note: ['Too long.'] } } });
  await page.goBack();
  await question(page).getByRole('button', { name: 'Enregistrer et quitter' }).click();
  await expect(question(page)).toBeHidden();
  await expect(page).toHaveURL(line);
  await expect(field(page, 'Note')).toHaveAccessibleDescription(/Too long\./);
});

test('leaving during a save waits for its end', async ({ page, api }) => {
  await typeWithoutSaving(page, api);
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
  await page.keyboard.press('Control+s');
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  const waiting = page.getByRole('dialog', { name: 'Enregistrement avant de quitter' });
  await expect(waiting).toContainText("dès que l'enregistrement aura réussi");
  write.release();
  await expect(page.getByRole('heading', { name: 'Paniers', exact: true })).toBeVisible();
  await expect(waiting).toBeHidden();
  expect(api.ledger.of('updateLine')).toHaveLength(1);
});

test('leaving without waiting keeps or saves the text', async ({ page, api }) => {
  const { line } = await typeWithoutSaving(page, api);
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await question(page).getByRole('button', { name: 'Enregistrer et quitter' }).click();
  const waiting = page.getByRole('dialog', { name: 'Enregistrement avant de quitter' });
  await expect(waiting.getByRole('button', { name: 'Enregistrement…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await waiting.getByRole('button', { name: 'Quitter sans attendre' }).click();
  await expect(page.getByRole('heading', { name: 'Paniers', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();

  await page.goBack();
  await expect(page).toHaveURL(line);
  await expect(page.getByRole('status').filter({ hasText: "n'a pas été enregistrée" })).toBeVisible();
  write.release();
  await expect.poll(() => api.store.lines()[0]?.content.values.note).toBe('Sonner deux fois');
  await page.reload();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await keptTexts(page, (count) => count === 0);
  expect(api.ledger.of('updateLine')).toHaveLength(1);
});

test('discarding leaves without sending anything', async ({ page, api }) => {
  const { cart } = await typeWithoutSaving(page, api);
  await page.goBack();
  await question(page).getByRole('button', { name: 'Abandonner et quitter' }).click();
  await expect(page).toHaveURL(cart);
  expect(api.ledger.of('updateLine')).toEqual([]);
});

test('closing the tab with unsaved text asks', async ({ page, api }) => {
  await typeWithoutSaving(page, api);
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('without unsaved text there is no question', async ({ page, api }) => {
  const { cart } = await typeWithoutSaving(page, api);
  await field(page, 'Note').fill('');
  await page.goBack();
  await expect(page).toHaveURL(cart);
});

test('discarding asks and restores the saved line', async ({ page, api }) => {
  await typeWithoutSaving(page, api);
  await page.getByRole('button', { name: 'Abandonner les modifications' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abandonner', exact: true }).click();
  await expect(field(page, 'Note')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Enregistrer', exact: true })).toBeDisabled();
  // The button that asked is gone, and the keyboard stays where it was.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Enregistrer', exact: true })).toBeFocused();
});

test('an unsaved new line is guarded too', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await field(page, 'Offre').fill('2173');
  await page.getByRole('link', { name: 'Vers le panier' }).click();
  await expect(question(page)).toBeVisible();
  await question(page).getByRole('button', { name: 'Abandonner et quitter' }).click();
  await expect(page).toHaveURL(new RegExp(`/carts/${cartId}$`));
  expect(api.ledger.of('createLine')).toEqual([]);
});

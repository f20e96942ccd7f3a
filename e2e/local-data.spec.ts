import { expect, test } from '~e2e/fixtures';
import { field, keptTexts, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';

const dialog = 'Données sur cet ordinateur';

test('unsaved text is marked at its line in the cart and in both lists, and an unfinished new line leads back to it', async ({
  page,
  api,
}) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine(), aLine()] }));
  for (const [address, label] of [
    [`/lines/${lineId}`, 'Note'],
    [`/carts/${cartId}/lines/new`, 'Offre'],
  ] as const) {
    await page.goto(address);
    await field(page, label).fill('2173');
    await keptTexts(page, (count) => count === (label === 'Note' ? 1 : 2));
  }
  for (const address of ['/lines', '/carts', `/carts/${cartId}`]) {
    await page.goto(address);
    await expect(row(page, 'Saisie non enregistrée du')).toHaveCount(1);
  }
  const unfinished = page.getByRole('status').filter({ hasText: 'Une nouvelle ligne inachevée' });
  await unfinished.getByRole('link', { name: 'La reprendre' }).click();
  await page.getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Offre')).toHaveValue('2173');
});

test('one action wipes all that this browser keeps, and says what it was', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto('/lines');
  await page.evaluate(() => {
    localStorage.setItem('orderdesk.lines.views', JSON.stringify({ views: [{}, {}], start: null }));
    localStorage.setItem('orderdesk.lines.table', '{}');
    localStorage.setItem('orderdesk.confirmations', JSON.stringify({ cart: Date.now() }));
    localStorage.setItem('of-another', 'site');
  });
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  await keptTexts(page, (count) => count === 1);
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: dialog }).click();
  const data = page.getByRole('dialog', { name: dialog });
  const kept = ['1 saisie non enregistrée', '2 vues enregistrées', '1 confirmation en cours'];
  for (const text of kept) await expect(data).toContainText(text);
  await expect(data.getByRole('link', { name: /Dans une ligne, saisie du/ })).toBeVisible();

  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await expect(data).toContainText("C'est sans retour");
  await keptTexts(page, (count) => count === 1);
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toHaveText('Effacé de cet ordinateur :');
  await expect(data.getByRole('status')).toBeFocused();
  for (const text of kept) await expect(data).toContainText(text);
  await keptTexts(page, (count) => count === 0);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['of-another']);

  await data.getByRole('button', { name: 'Recharger la page' }).click();
  await expect(data).toBeHidden();
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Restaurer' })).toHaveCount(0);
});

test('the keyboard leads to the text that was left, wherever it is', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await field(page, 'Offre').fill('2173');
  await keptTexts(page, (count) => count === 1);
  await page.goto('/carts');
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('link', { name: /Dans une nouvelle ligne, saisie du/ }).click();
  await expect(page).toHaveURL(new RegExp(`/carts/${cartId}/lines/new$`));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Restaurer' })).toBeVisible();
});

test('text of a line that is gone can still be read', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  await keptTexts(page, (count) => count === 1);
  api.store.removeLine(lineId);
  await page.reload();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Sonner deux fois' })).toBeVisible();
});

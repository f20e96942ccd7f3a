import { fill, hang } from '~e2e/broken-storage';
import { expect, test } from '~e2e/fixtures';
import { field, keptRecords, keptTexts, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const dialog = 'Données sur cet ordinateur';
const RECORDS = { name: 'orderdesk-records', version: 1 };

test('every list marks unsaved text and leads to it', async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine(), aLine()] }));
  for (const [path, label] of [
    [`/lines/${lineId}`, 'Note'],
    [`/carts/${cartId}/lines/new`, 'Offre'],
  ] as const) {
    await page.goto(path);
    await field(page, label).fill('2173');
    await keptTexts(page, (count) => count === (label === 'Note' ? 1 : 2));
  }
  for (const path of ['/lines', '/carts', `/carts/${cartId}`]) {
    await page.goto(path);
    await expect(row(page, 'Saisie non enregistrée du')).toHaveCount(1);
  }
  const unfinished = page.getByRole('status').filter({ hasText: 'Une nouvelle ligne inachevée' });
  await unfinished.getByRole('link', { name: 'La reprendre' }).click();
  await page.getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Offre')).toHaveValue('2173');
});

test('one action wipes and lists all local data', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto('/lines');
  await page.evaluate(() => {
    localStorage.setItem('orderdesk.lines.views', JSON.stringify({ views: [{}, {}], start: null }));
    localStorage.setItem('orderdesk.lines.table', '{}');
    localStorage.setItem(
      'orderdesk.confirmations',
      JSON.stringify({ cart: { since: Date.now(), until: Date.now(), changesBefore: 0 } }),
    );
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

test('wiping leaves views and receipts of other people', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}`);
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toContainEqual(RECORDS);
  await page.evaluate(addRecordsOfAnother);
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: dialog }).click();
  const data = page.getByRole('dialog', { name: dialog });
  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toHaveText('Effacé de cet ordinateur :');
  expect(await keptRecords(page, 'orders')).toBe(1);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['orderdesk.lines.views:another']);
});

/** Adds an own choice, and a view and a receipt that another person left in this browser. */
async function addRecordsOfAnother(): Promise<void> {
  localStorage.setItem('orderdesk.lines.table', '{}');
  localStorage.setItem('orderdesk.lines.views:another', 'encrypted');
  const at = Date.now();
  const receipt = { person: 'another', at, encrypted: new ArrayBuffer(8) };
  const order = { cartId: 'c', state: 'settled', since: at, until: at, isFollowed: false, receipt };
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('orderdesk-records');
    opening.addEventListener('error', reject);
    opening.addEventListener('success', () => {
      const adding = opening.result.transaction('orders', 'readwrite');
      adding.objectStore('orders').put(order, 'c');
      adding.addEventListener('complete', resolve);
      opening.result.close();
    });
  });
}

test('storage that hangs is not called empty', async ({ page, context, api }) => {
  await hang(context);
  api.given(aCart());
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: dialog }).click();
  const data = page.getByRole('dialog', { name: dialog });
  await expect(data).toContainText('ce navigateur garde peut-être davantage');
  await expect(data).not.toContainText('Ce navigateur ne garde rien');
  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toContainText('ne nous a pas laissé tout effacer');
});

test('local data is wiped from a full disk', async ({ page, context, api }) => {
  await fill(context);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('combobox', { name: 'Apparence' }).selectOption('Sombre');
  await expect(page.getByText('son stockage est plein')).toBeVisible();
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: dialog }).click();
  const data = page.getByRole('dialog', { name: dialog });
  await expect(data).toContainText("1 choix de langue ou d'apparence");
  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toHaveText('Effacé de cet ordinateur :');
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('the keyboard leads to unsaved text', async ({ page, api }) => {
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

test('unsaved text of a deleted line stays readable', async ({ page, api, expectComplaint }) => {
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

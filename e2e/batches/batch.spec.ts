import { expect, test } from '~e2e/fixtures';
import { row, tabTo } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { duplicateCart, ending, expectSum, total } from './steps';

const button = { pause: 'Mettre en pause', goOn: 'Reprendre', stop: 'Arrêter ici', undo: 'Défaire' };
const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => aLine({ end_customer_name: `Client ${index + 1}` }));

test('a batch is paused and goes on', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(4) }));
  await page.goto(`/carts/${cartId}`);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await duplicateCart(page);
  await first.met;
  await page.getByRole('button', { name: button.pause }).click();
  first.release();
  await expect(page.getByRole('alert')).toContainText(
    "En pause. Rien n'est envoyé avant que vous repreniez.",
  );
  expect(await total(page, 'créée')).toBe(1);
  expect(await total(page, 'en attente')).toBe(3);
  await page.getByRole('button', { name: button.goOn }).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 4 lignes.');
  await expectSum(page);
  expect(api.ledger.of('createLine')).toHaveLength(4);
});

test('a stopped batch skips the rows that wait', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(4) }));
  await page.goto(`/carts/${cartId}`);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await duplicateCart(page);
  await first.met;
  await page.getByRole('button', { name: button.stop }).click();
  first.release();
  await expect(page.getByText('Arrêté', { exact: true })).toBeVisible();
  expect(await total(page, 'créée')).toBe(1);
  expect(await total(page, 'ignorée')).toBe(3);
  await expectSum(page);
  await expect(row(page, 'Client 4')).toContainText('Le lot a été arrêté avant elle.');
});

test('a reloaded page goes on exactly', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(6) }));
  await page.goto(`/carts/${cartId}`);
  const batchUrl = duplicateCart(page);
  const third = api.faults.next({ operation: 'createLine' }, { hold: 'after' });
  await third.met;
  const url = await batchUrl;
  await page.goto('about:blank');
  third.release();
  await page.goto(url);
  await expect(page.getByRole('alert')).toContainText('Interrompu');
  await page.getByRole('button', { name: button.goOn }).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 6 lignes.');
  await expectSum(page);
  expect(api.store.lines()).toHaveLength(12);
});

test('an answer that is lost leaves no second line', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(3) }));
  await page.goto(`/carts/${cartId}`);
  api.faults.next({ operation: 'createLine', times: 2 }, { cut: 'after' });
  await duplicateCart(page);
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  expect(api.store.lines()).toHaveLength(6);
});

test('a busy API is waited for', async ({ page, api, expectComplaint }) => {
  expectComplaint(/429/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(3) }));
  await page.goto(`/carts/${cartId}`);
  api.faults.next(
    { operation: 'createLine', times: 2 },
    { answer: { status: 429, body: { detail: 'Slow down.' }, headers: { 'Retry-After': '2' } } },
  );
  await duplicateCart(page);
  await expect(page.getByRole('status').filter({ hasText: "l'API demande de ralentir" })).toBeVisible();
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  expect(await total(page, 'en échec')).toBe(0);
  expect(api.ledger.of('createLine')).toHaveLength(5);
});

test('an undone batch leaves what was changed since', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(3) }));
  await page.goto(`/carts/${cartId}`);
  await duplicateCart(page);
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  const made = api.store
    .lines()
    .find(({ cart, content }) => cart.id !== cartId && content.values.end_customer_name === 'Client 2');
  if (made) made.content.values.note = 'Changée par une collègue';
  await page.getByRole('button', { name: button.undo }).click();
  await page.getByRole('dialog').getByRole('button', { name: button.undo }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Défait' })).toContainText(
    'Défait : 2 supprimées, 1 laissées car modifiées ou commandées depuis.',
  );
  await expect(row(page, 'Client 2')).toContainText('Laissée : modifiée depuis');
  await expectSum(page);
  expect(api.store.lines()).toHaveLength(4);
});

test('two tabs run one batch once', async ({ page, context, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(5) }));
  await page.goto(`/carts/${cartId}`);
  const second = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  const url = await duplicateCart(page);
  await second.met;
  const other = await context.newPage();
  await other.goto(url);
  await expect(other.getByRole('status').filter({ hasText: 'dans un autre onglet' })).toBeVisible();
  await expect(other.getByRole('button', { name: button.goOn })).toHaveCount(0);
  await page.close();
  second.release();
  await other.getByRole('button', { name: button.goOn }).click();
  await expect(ending(other)).toContainText('Le nouveau panier a 5 lignes.');
  expect(api.store.lines()).toHaveLength(10);
});

test('a batch is led by keyboard alone', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(3) }));
  await page.goto(`/carts/${cartId}`);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await tabTo(page, page.getByRole('button', { name: 'Dupliquer le panier' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Dupliquer' }));
  await page.keyboard.press('Enter');
  await first.met;
  await tabTo(page, page.getByRole('button', { name: button.pause }));
  await page.keyboard.press('Enter');
  first.release();
  await expect(page.getByRole('button', { name: button.goOn })).toBeVisible();
  // The button is gone; the focus stays beside it.
  await expect(page.getByRole('group', { name: 'Lot' })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: button.goOn }));
  await page.keyboard.press('Enter');
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  await tabTo(page, page.getByRole('button', { name: button.undo }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: button.undo }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Défait', { exact: true })).toBeVisible();
  expect(await total(page, 'supprimée')).toBe(3);
});

test('a batch is listed, and wiped with the local data', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: lines(2) }));
  await page.goto(`/carts/${cartId}`);
  await duplicateCart(page);
  await expect(ending(page)).toBeVisible();
  await page.getByRole('link', { name: 'Lots' }).click();
  await expect(row(page, 'Copie de Panier CDE-1')).toContainText('Terminé');
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: 'Données sur cet ordinateur' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 lot et son bilan');
  await page.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect(page.getByText('Aucun lot')).toBeVisible();
});

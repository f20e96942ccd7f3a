import { expect, test } from '~e2e/fixtures';
import type { Page } from '@playwright/test';
import { row, rowsAskedFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { isUnknownArray, isWireObject } from '~/contract/scalars';

const MANY = aCart({
  lines: Array.from({ length: 60 }, (_, index) =>
    aLine({ end_customer_name: `Client ${String(index + 1).padStart(2, '0')}`, state: 'acknowledged' }),
  ),
});

test('rows are ticked across pages and lead to carts', async ({ page, api }) => {
  const { cartId } = api.given(MANY);
  await page.goto('/lines?sort=end_customer_name');
  await page.getByRole('checkbox', { name: /Sélectionner Client 01/ }).check();
  await page.getByRole('button', { name: 'Page suivante' }).click();
  await page.getByRole('checkbox', { name: /Sélectionner Client 55/ }).check();
  await expect(page.getByRole('region', { name: '2 sélectionnées' })).toBeVisible();
  await page.getByRole('button', { name: 'Ouvrir leurs paniers' }).click();
  await page.getByRole('dialog').getByRole('link').click();
  await expect(page).toHaveURL(`/carts/${cartId}`);
  await expect(page.getByRole('heading', { name: /^Panier/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('region', { name: '2 sélectionnées' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /Sélectionner Client 55/ })).toBeChecked();
  await page.getByRole('button', { name: 'Vider la sélection' }).click();
  await expect(page.getByRole('region', { name: /sélectionnée/ })).toHaveCount(0);
});

test('all rows of a page are ticked at once', async ({ page, api }) => {
  api.given(MANY);
  await page.goto('/lines');
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes de cette page' }).check();
  await expect(page.getByRole('region', { name: '50 sélectionnées' })).toBeVisible();
});

test('a line leads to the next and back', async ({ page, api }) => {
  api.given(MANY);
  await page.goto('/lines?sort=end_customer_name&search=client');
  await expect(row(page, 'Client 49')).toBeVisible();
  await row(page, 'Client 49').getByRole('link').first().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(0);
  await row(page, 'Client 49').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: /Client 49/ })).toBeVisible();
  await expect(page.getByText('49 sur 60')).toBeVisible();
  await page.getByRole('button', { name: 'Ligne suivante' }).click();
  await expect(page.getByRole('heading', { name: /Client 50/ })).toBeVisible();
  // Past the end of the page, the next one is read.
  await page.getByRole('button', { name: 'Ligne suivante' }).click();
  await expect(page.getByRole('heading', { name: /Client 51/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ligne précédente' }).click();
  await expect(page.getByRole('heading', { name: /Client 50/ })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/lines?sort=end_customer_name&search=client');
  await expect(row(page, 'Client 49')).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolled);
});

test('paging skips unreadable lines and names failed pages', async ({ page, api, expectComplaint }) => {
  expectComplaint(/403/);
  api.given(MANY);
  api.faults.next({ operation: 'listLines', query: { page_size: '50' } }, { reshape: breakRow49 });
  await page.goto('/lines?sort=end_customer_name');
  await row(page, 'Client 48').getByRole('link').first().click();
  await page.getByRole('button', { name: 'Ligne suivante' }).click();
  await expect(page.getByRole('heading', { name: /Client 50/ })).toBeVisible();
  api.faults.next({ operation: 'listLines', query: { page: '2' } }, { answer: { status: 403 } });
  await page.getByRole('button', { name: 'Ligne suivante' }).click();
  await expect(page.getByRole('alert')).toContainText('Chargement impossible');
  await expect(page.getByRole('heading', { name: /Client 50/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ligne suivante' }).click();
  await expect(page.getByRole('heading', { name: /Client 51/ })).toBeVisible();
});

for (const { way, back } of [
  { way: 'Back', back: (page: Page) => page.goBack() },
  { way: 'its link', back: (page: Page) => page.getByRole('link', { name: 'Vers la liste' }).click() },
]) {
  test(`${way} returns from a line to its row`, async ({ page, api }) => {
    api.given(MANY);
    await page.goto('/lines?sort=end_customer_name&search=client');
    const opened = row(page, 'Client 30');
    await opened.getByRole('checkbox').check();
    await expect(page.getByRole('region', { name: '1 sélectionnée' })).toBeVisible();
    // The counts come after the rows, and above them.
    await expect(page.getByRole('link', { name: /^Brouillon/ })).toBeVisible();
    // A row that is cut by the edge would be brought into sight whole.
    await opened.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const scrolled = await page.evaluate(() => scrollY);
    expect(scrolled).toBeGreaterThan(0);
    await opened.getByText('Client 30').click();
    await expect(page.getByRole('heading', { name: /Client 30/ })).toBeVisible();
    await back(page);
    await expect(page).toHaveURL('/lines?sort=end_customer_name&search=client');
    await expect(opened.getByRole('link').first()).toBeFocused();
    await expect(opened.getByRole('checkbox')).toBeChecked();
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    // Keys go on from there, and the list was not asked for again.
    await page.keyboard.press('j');
    await expect(row(page, 'Client 31').getByRole('link').first()).toBeFocused();
    expect(rowsAskedFor(api)).toHaveLength(1);
  });
}

test('leaving before the line loads returns to its row', async ({ page, api }) => {
  api.given(MANY);
  await page.goto('/lines?sort=end_customer_name&search=client');
  const reading = api.faults.next({ operation: 'readLine' }, { hold: 'before' });
  await row(page, 'Client 30').getByText('Client 30').click();
  await reading.met;
  await page.goBack();
  await expect(row(page, 'Client 30').getByRole('link').first()).toBeFocused();
  reading.release();
});

test('a line opens in a new tab', async ({ page, api, context, expectComplaint }) => {
  expectComplaint(/404/);
  const { lineId } = api.given(aCart({ lines: [aLine({ end_customer_name: 'Garage Moreau' })] }));
  await page.goto('/lines');
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    row(page, 'Garage Moreau')
      .getByRole('link')
      .first()
      .click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await expect(tab).toHaveURL(`/lines/${lineId}`);
  // A full browser draws nothing in a tab behind another, and asks before the test's API is in its way.
  await tab.bringToFront();
  await tab.reload();
  await expect(tab.getByRole('heading', { name: /Garage Moreau/ })).toBeVisible();
  await expect(page).toHaveURL('/lines');
});

test('the list is worked by keyboard alone', async ({ page, api }) => {
  api.given(MANY);
  await page.goto('/lines?sort=end_customer_name');
  await expect(row(page, 'Client 01')).toBeVisible();
  // The keys come with the tools, after the rows.
  await expect(page.getByRole('button', { name: /^Vue :/ })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: /Sélectionner Client 02/ })).toBeChecked();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/page=2/);
  await expect(row(page, 'Client 51')).toBeVisible();
  await page.keyboard.press('p');
  await expect(row(page, 'Client 01')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  // None fires while typing.
  await page.keyboard.type('client 0n');
  await expect(page.getByRole('searchbox')).toHaveValue('client 0n');
  await expect(page).toHaveURL(/search=client\+0n/);
});

function breakRow49(body: unknown): unknown {
  if (!isWireObject(body) || !isUnknownArray(body['results'])) throw new Error('This is no list');
  return { ...body, results: body['results'].map((entry, index) => (index === 48 ? 'gibberish' : entry)) };
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './fixtures';
import { field, outcome, placeOrder, row, waitFor } from './steps';

const LINES = aCart({
  external_id: 'CDE-1',
  lines: [aLine({ end_customer_name: 'Dupont' }), aLine({ end_customer_name: 'Moreau' })],
});

/** Translators wrap a text in an element, or put an element with their own text in its place. */
const TRANSLATORS = ['wraps', 'replaces'] as const;
type Translator = (typeof TRANSLATORS)[number];

/** Translates every text of the page, letter for letter, so that what stays of it can be told. */
function translate(page: Page, translator: Translator): Promise<void> {
  return page.evaluate((way) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode);
    for (const node of nodes) {
      const font = document.createElement('font');
      node.parentNode?.replaceChild(font, node);
      font.append(way === 'wraps' ? node : (node.nodeValue ?? ''));
    }
  }, translator);
}

for (const translator of TRANSLATORS) {
  test(`a translator that ${translator} texts keeps the list right`, async ({ page, api }) => {
    const { lineIds } = api.given(LINES);
    await page.goto('/lines?search=Dupont');
    await expect(row(page, 'Dupont')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Lignes par état' })).toContainText('Toutes 1');
    expect(await page.evaluate(() => document.documentElement.translate)).toBe(false);
    await translate(page, translator);
    await page.getByRole('searchbox', { name: 'Rechercher des lignes' }).fill('Moreau');
    await expect(row(page, 'Moreau')).toBeVisible();
    const [, moreau = ''] = lineIds;
    const reference = api.store.line(moreau).content.status.temporary_reference;
    await expect(page.getByRole('row').locator(`a[href$="${moreau}"]`)).toHaveText(`(prov.) ${reference}`);
    await expect(page.getByText('Cette page a échoué')).toHaveCount(0);
  });

  test(`a translator that ${translator} texts keeps the outcome right`, async ({ page, api }) => {
    const lines = ['FIRST', 'SECOND', 'THIRD'].map((external_id) => aLine({ external_id }));
    const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines }));
    api.outcome('FIRST', { state: 'acknowledged', after: 5_000 });
    for (const later of ['SECOND', 'THIRD']) api.outcome(later, { state: 'acknowledged', after: 60_000 });
    await page.clock.install();
    await page.goto(`/carts/${cartId}`);
    await placeOrder(page);
    api.clock.advance(10_000);
    const counts = outcome(page).getByRole('list').first().getByRole('listitem');
    await waitFor(page, counts.filter({ hasText: 'Prise en compte 1' }));
    await translate(page, translator);
    api.clock.advance(60_000);
    await waitFor(page, outcome(page).getByText('3 commandes', { exact: false }));
    await expect(counts).toHaveText(['Prise en compte 3']);
    await expect(outcome(page)).not.toContainText('décidées');
  });
}

test('blocked scripts are told in words', async ({ page, api, expectComplaint }) => {
  api.given(LINES);
  expectComplaint(/ERR_FAILED|ERR_BLOCKED/);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/lines');
  await expect(page.getByText('Orderdesk ne démarre pas.')).toBeHidden();
  await expect(page.getByText('Orderdesk ne démarre pas.')).toBeVisible({ timeout: 10_000 });
  // The page before may have sent an order.
  await expect(page.locator('body')).not.toContainText(/Rien n'a été envoyé|Nothing was sent/);
});

test('a part that does not load leaves the page alive', async ({ page, api, expectComplaint }) => {
  api.given(LINES);
  expectComplaint(/ERR_FAILED|dynamically imported/);
  await page.route('**/assets/{frame,list-tools,details}-*.js', (route) => route.abort());
  await page.goto('/lines');
  await expect(page.getByRole('alert')).toContainText("Une partie de la page ne s'est pas chargée.");
  await expect(row(page, 'Dupont')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Rechercher des lignes' }).fill('Moreau');
  await expect(row(page, 'Dupont')).toHaveCount(0);
  await row(page, 'Moreau').getByRole('link').first().click();
  await expect(field(page, 'Client final')).toHaveValue('Moreau');
});

test('late texts that do not load leave the page alive', async ({ page, api, expectComplaint }) => {
  api.given(LINES);
  expectComplaint(/ERR_FAILED|dynamically imported/);
  await page.route('**/assets/fr-rest-*.js', (route) => route.abort());
  await page.goto('/lines');
  await expect(page.getByRole('alert')).toContainText("Une partie de la page ne s'est pas chargée.");
  await expect(row(page, 'Dupont')).toBeVisible();
});

test('a dialog that does not load keeps the typed text', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_FAILED|dynamically imported/);
  const { cartId } = api.given(LINES);
  await page.goto(`/carts/${cartId}`);
  await field(page, 'Projet').fill('PRJ-1');
  await page.route('**/*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Dupliquer le panier' }).click();
  await expect(page.getByRole('alert')).toContainText("Une partie de la page ne s'est pas chargée.");
  await expect(field(page, 'Projet')).toHaveValue('PRJ-1');
});

test('a screen without a network leaves the desk in place', async ({
  page,
  api,
  context,
  expectComplaint,
}) => {
  api.given(LINES);
  expectComplaint(/ERR_INTERNET_DISCONNECTED|No screen without a network/);
  await page.goto('/carts');
  await expect(row(page, 'CDE-1')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await context.setOffline(true);
  await row(page, 'CDE-1').getByRole('link').first().click();
  await expect(page.getByRole('alert')).toContainText('Cette page a échoué');
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await expect(row(page, 'CDE-1')).toBeVisible();
  await context.setOffline(false);
  await row(page, 'CDE-1').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toBeVisible();
});

for (const { what, answer } of [
  { what: 'missing', answer: { status: 404, body: 'Not found' } },
  { what: 'rewritten', answer: { contentType: 'text/html', body: '<h1>Blocked</h1>' } },
])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`a page with ${what} scripts explains itself, ${colorScheme}`, async ({ page, expectComplaint }) => {
      expectComplaint(/404|MIME type|module script/);
      await page.emulateMedia({ colorScheme });
      await page.route('**/assets/*.js', (route) => route.fulfill(answer));
      await page.goto('/lines');
      await expect(page.getByText('Orderdesk ne démarre pas.')).toBeVisible({ timeout: 10_000 });
      await expect(page.getByText('Orderdesk does not start.')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
      expect(violations).toEqual([]);
    });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says so', async ({ page }) => {
    const html = await (await page.goto('/lines'))?.text();
    expect(html).toMatch(/<noscript>[^]*Orderdesk a besoin de JavaScript\.[^]*<\/noscript>/);
    // Playwright's browser parses no <noscript>: the words for blocked scripts come.
    await expect(page.getByText('Orderdesk ne démarre pas.')).toBeVisible({ timeout: 10_000 });
  });
});

test('a dark list prints light and whole', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Dupont '.repeat(20).trim() })] }));
  await page.goto('/lines');
  await page.getByRole('combobox', { name: 'Apparence' }).selectOption('Sombre');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const color = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(Math.max(...(color.match(/\d+/g) ?? []).map(Number))).toBeLessThan(128);
  const cells = await page
    .getByRole('cell')
    .evaluateAll((all) =>
      all.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
    );
  expect(cells).toEqual([]);
});

test('forced colours show the place and the state', async ({ page, api }) => {
  api.given(LINES);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/lines?state=created');
  for (const name of ['Principale', 'Lignes par état']) {
    const links = page.getByRole('navigation', { name }).getByRole('link');
    await expect(links.first()).toBeVisible();
    const marks = await links.evaluateAll((all) =>
      all.map((link) => ({
        isPresent: link.ariaCurrent !== null,
        border: getComputedStyle(link).borderBottomColor,
      })),
    );
    const present = marks.filter(({ isPresent }) => isPresent).map(({ border }) => border);
    expect(present, name).toHaveLength(1);
    expect(
      marks.filter(({ border }) => border === present[0]),
      name,
    ).toHaveLength(1);
  }
});

test('forced colours show the chosen kind of file', async ({ page, api }) => {
  api.given(LINES);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  const chosen = () =>
    page
      .getByRole('dialog')
      .getByRole('radio')
      .evaluateAll((all) => new Set(all.map((radio) => getComputedStyle(radio).backgroundColor)).size);
  await expect.poll(chosen).toBe(2);
});

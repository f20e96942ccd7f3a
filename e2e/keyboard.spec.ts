import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import type { MockApi } from '~/mock-api/create-mock-api';
import { expect, test } from './fixtures';

const help = (page: Page) => page.getByRole('dialog', { name: 'Raccourcis clavier' });
const palette = (page: Page) => page.getByRole('dialog', { name: 'Palette de commandes' });
const paletteInput = (page: Page) => page.getByRole('combobox', { name: 'Palette de commandes' });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const active = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true });

function givenLines(api: MockApi) {
  return api.given(
    aCart({
      external_id: 'CDE-77',
      lines: [
        aLine({ end_customer_name: 'Menuiserie Dupont', customer_order_name: 'Atelier' }),
        aLine({ end_customer_name: 'Boulangerie Martin', customer_order_name: 'Fournil' }),
      ],
    }),
  );
}

async function openLines(page: Page, api: MockApi) {
  const given = givenLines(api);
  await openPage(page, '/lines');
  await expect(page.getByRole('row')).toHaveCount(3);
  return given;
}

/** The list of carts asks for no lines. */
async function openCarts(page: Page, api: MockApi) {
  const given = givenLines(api);
  await openPage(page, '/carts');
  await expect(page.getByRole('row')).toHaveCount(2);
  return given;
}

async function openPalette(page: Page, name = 'Palette de commandes') {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name })).toBeFocused();
}

test.describe('shortcuts', () => {
  test('G then C opens carts, G then L lines', async ({ page, api }) => {
    await openLines(page, api);
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await expect(page).toHaveURL('/lines');
  });

  test('the help panel lists them by group', async ({ page, api }) => {
    await openLines(page, api);
    await page.keyboard.press('Shift+?');
    await expect(help(page).getByRole('heading', { name: 'Aller à' })).toBeVisible();
    await expect(help(page).getByText('G puis C')).toBeVisible();
    await expect(help(page).getByText('Ctrl+K')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help(page)).toHaveCount(0);
  });

  test('the help panel opens and closes with the mouse', async ({ page, api }) => {
    await openLines(page, api);
    await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
    await help(page).getByRole('button', { name: 'Fermer' }).click();
    await expect(help(page)).toHaveCount(0);
  });

  test('none fires while a person types', async ({ page, api }) => {
    await openLines(page, api);
    const search = page.getByRole('searchbox', { name: 'Rechercher des lignes' });
    await search.pressSequentially('gc?');
    await expect(search).toHaveValue('gc?');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Langue' }).focus();
    await page.keyboard.press('?');
    // The help panel opens over /lines, so no earlier key opened a dialog or left the page.
    await page.getByRole('button', { name: 'Raccourcis clavier' }).focus();
    await page.keyboard.press('?');
    await expect(help(page)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(page).toHaveURL(/\/lines/);
  });

  test('none fires behind an open dialog', async ({ page, api }) => {
    await openLines(page, api);
    await page.keyboard.press('?');
    await help(page).getByRole('button', { name: 'Fermer' }).focus();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible();
    await expect(page).toHaveURL('/lines');
  });

  for (const [name, press] of [
    ['within a composition', { key: '?', isComposing: true }],
    ['with Alt', { key: '?', altKey: true }],
  ] as const) {
    test(`a key ${name} is no shortcut`, async ({ page, api }) => {
      await openLines(page, api);
      const isTaken = await page.evaluate((init) => {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        return !document.body.dispatchEvent(event);
      }, press);
      expect(isTaken).toBe(false);
    });
  }

  test('a handled key is no shortcut', async ({ page, api }) => {
    await openLines(page, api);
    await page.evaluate(() =>
      document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true }),
    );
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible();
    await expect(help(page)).toHaveCount(0);
  });

  test('a person switches letter shortcuts off for good', async ({ page, api }) => {
    await openLines(page, api);
    await page.keyboard.press('?');
    await help(page).getByRole('checkbox', { name: 'Raccourcis de lettres et de signes' }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
    await page.keyboard.press('?');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible();
    await expect(help(page)).toHaveCount(0);
    await expect(page).toHaveURL('/lines');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
    await help(page).getByRole('checkbox', { name: 'Raccourcis de lettres et de signes' }).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(help(page)).toBeVisible();
  });
});

test.describe('the command palette', () => {
  test('follows the arrow keys and Enter', async ({ page, api }) => {
    await openLines(page, api);
    await openPalette(page);
    await expect(active(page)).toHaveAccessibleName(/^Lignes de commande/);
    await page.keyboard.press('ArrowDown');
    await expect(active(page)).toHaveAccessibleName(/^Paniers/);
    await expect(paletteInput(page)).toHaveAttribute(
      'aria-activedescendant',
      (await active(page).getAttribute('id')) ?? 'none',
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(active(page)).toHaveAccessibleName('Sombre');
    await expect(active(page)).toBeInViewport();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
    await expect(palette(page)).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('finds actions by any word, whatever the accents', async ({ page, api }) => {
    await openLines(page, api);
    await openPalette(page);
    await paletteInput(page).fill('langue eng');
    await expect(active(page)).toHaveAccessibleName('English');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Order lines' })).toBeVisible();
    await openPalette(page, 'Command palette');
    await page.getByRole('combobox', { name: 'Command palette' }).fill('dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  });

  test('opens the help panel, and leads to a new cart', async ({ page, api }) => {
    await openLines(page, api);
    await openPalette(page);
    await option(page, /^Raccourcis clavier/).click();
    await expect(help(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await openPalette(page);
    await paletteInput(page).fill('nouveau');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
  });

  test('finds lines by text and carts by reference', async ({ page, api }) => {
    const { lineId, cartId } = await openCarts(page, api);
    await openPalette(page);
    await paletteInput(page).fill('dupont');
    await expect(option(page, /Menuiserie Dupont/)).toBeVisible();
    await expect(status(page, '1 résultat')).toBeVisible();
    expect(api.ledger.last('listLines').query).toMatchObject({ search: 'dupont', page_size: '5' });
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/lines/${lineId}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Menuiserie Dupont');

    await page.getByRole('main').focus();
    await openPalette(page);
    await paletteInput(page).fill('CDE-77');
    await option(page, /CDE-77/).click();
    await expect(page).toHaveURL(`/carts/${cartId}`);
    expect(api.ledger.last('listCarts').query).toMatchObject({ external_id: 'CDE-77', page_size: '5' });
  });

  test('asks once for fast typing', async ({ page, api }) => {
    await page.clock.install();
    await openCarts(page, api);
    await openPalette(page);
    // However slow the computer is, the keys come at one moment.
    await page.clock.pauseAt(Date.now() + 60_000);
    await paletteInput(page).pressSequentially('martin');
    await page.clock.resume();
    await expect(option(page, /Boulangerie Martin/)).toBeVisible();
    expect(api.ledger.of('listLines').map(({ query }) => query['search'])).toEqual(['martin']);
  });

  test('shows the last search when answers overtake each other', async ({ page, api }) => {
    await openCarts(page, api);
    const held = api.faults.next({ operation: 'listLines' }, { hold: 'before' });
    await openPalette(page);
    await paletteInput(page).fill('dupont');
    await held.met;
    const cancelled = page.waitForEvent('requestfailed', (request) => request.url().includes('dupont'));
    await paletteInput(page).fill('martin');
    await cancelled;
    await expect(option(page, /Boulangerie Martin/)).toBeVisible();
    held.release();
    await expect(option(page, /Boulangerie Martin/)).toBeVisible();
    await expect(option(page, /Menuiserie Dupont/)).toHaveCount(0);
  });

  test('opens an identifier without a search', async ({ page, api }) => {
    const { lineId, cartId } = await openCarts(page, api);
    await openPalette(page);
    await paletteInput(page).fill(` ${lineId} `);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Menuiserie Dupont');
    expect(api.ledger.of('listLines')).toHaveLength(0);
    await page.getByRole('main').focus();
    await openPalette(page);
    await paletteInput(page).fill(cartId);
    await option(page, /panier/).click();
    await expect(page).toHaveURL(`/carts/${cartId}`);
  });

  test('reports an empty result', async ({ page, api }) => {
    await openCarts(page, api);
    const held = api.faults.next({ operation: 'listLines' }, { hold: 'before' });
    await openPalette(page);
    await paletteInput(page).fill('zzzzzz');
    await held.met;
    await expect(status(page, 'Recherche…')).toBeVisible();
    held.release();
    await expect(status(page, 'Aucun résultat')).toBeVisible();
  });

  test('reports a failed search and tries again', async ({ page, api, expectComplaint }) => {
    expectComplaint(/403/);
    await openCarts(page, api);
    api.faults.next({ operation: 'listLines' }, { answer: { status: 403 } });
    await openPalette(page);
    await paletteInput(page).fill('dupont');
    await expect(page.getByRole('alert')).toContainText("La recherche n'a pas abouti");
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await expect(option(page, /Menuiserie Dupont/)).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the help panel and the palette pass the audit', async ({ page, api }) => {
      await openLines(page, api);
      await page.keyboard.press('?');
      await expect(help(page)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.keyboard.press('Escape');
      await openPalette(page);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await paletteInput(page).fill('dupont');
      await expect(option(page, /Menuiserie Dupont/)).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test('the help panel and the palette fit a narrow screen', async ({ page, api }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openLines(page, api);
  await page.keyboard.press('?');
  await expectToFit(page, help(page));
  await page.keyboard.press('Escape');
  await openPalette(page);
  await paletteInput(page).fill('dupont');
  await expect(option(page, /Menuiserie Dupont/)).toBeVisible();
  await expectToFit(page, palette(page));
});

async function expectToFit(page: Page, dialog: ReturnType<typeof help>) {
  await expect(dialog).toBeVisible();
  const overflow = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
}

/** The shortcuts load after the first rows, together with the button that lists them. */
async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
}

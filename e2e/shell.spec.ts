import { expect, test } from './fixtures';
import { aCart, aLine } from '~/mock-api/store/given';

test('every page names the sandbox in a banner', async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  for (const path of ['/lines', '/carts', `/carts/${cartId}`, `/lines/${lineId}`]) {
    await page.goto(path);
    await expect(page.getByRole('region', { name: 'Bac à sable' })).toContainText(
      "Rien de ce que vous commandez ici n'est réel.",
    );
  }
});

test('the desk opens on the order lines', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine()] }));
  await page.goto('/');
  await expect(page).toHaveURL('/lines');
  await expect(page).toHaveTitle('Lignes de commande – Orderdesk');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a person changes the language for good', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto('/carts');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('English');
  await expect(page.getByRole('button', { name: 'New cart' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Carts' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

for (const { locale, heading } of [
  { locale: 'fr-FR', heading: 'Paniers' },
  { locale: 'en-GB', heading: 'Carts' },
  { locale: 'de-DE', heading: 'Paniers' },
]) {
  test.describe(`in a browser that prefers ${locale}`, () => {
    test.use({ locale });

    test(`the desk calls its carts ${heading}`, async ({ page, api }) => {
      api.given(aCart({ external_id: 'CDE-1' }));
      await page.goto('/carts');
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    });
  });
}

test('the appearance follows the system until a person chooses', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  const isDark = () =>
    page.evaluate(() => {
      const [red = 255] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return red < 128;
    });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/carts');
  await expect.poll(isDark).toBe(true);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(isDark).toBe(false);
  await page.getByRole('combobox', { name: 'Apparence' }).selectOption('Sombre');
  await expect.poll(isDark).toBe(true);
  await page.reload();
  await expect.poll(isDark).toBe(true);
});

test('an unknown address leads back to the lines', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  api.given(aCart({ lines: [aLine()] }));
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: "Cette page n'existe pas" })).toBeVisible();
  await page.getByRole('link', { name: 'Voir les lignes de commande' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('the first Tab leads past the navigation to the content', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto('/carts');
  await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a new page takes the focus and the title', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto('/lines');
  await page.getByRole('link', { name: 'Paniers' }).click();
  await expect(page).toHaveTitle('Paniers – Orderdesk');
  await expect(page.getByRole('main')).toBeFocused();
});

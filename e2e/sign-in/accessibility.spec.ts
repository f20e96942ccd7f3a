import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk-test';
import { ACCOUNT } from './token-provider';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.use({ signIn: 'account' });

/** Findings of the audit, and how far the page is wider than the screen. */
async function problems(page: Page): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return overhang > 0 ? [...found, `${overhang} pixels beyond the screen`] : found;
}

const LOOKS = [
  {
    locale: 'fr-FR',
    colorScheme: 'dark',
    viewport: { width: 320, height: 900 },
    name: 'Nom du compte',
    password: 'Mot de passe',
    submit: 'Se connecter',
  },
  {
    locale: 'en-GB',
    colorScheme: 'light',
    viewport: { width: 1280, height: 900 },
    name: 'Account name',
    password: 'Password',
    submit: 'Sign in',
  },
] as const;

for (const { locale, colorScheme, viewport, name, password, submit } of LOOKS) {
  test.describe(`in ${locale}, ${colorScheme}, ${viewport.width} pixels wide`, () => {
    test.use({ locale, colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

    test('all sign-in screens pass the audit', async ({ page, desk, expectComplaint }) => {
      expectComplaint(/401/);
      await page.goto(`${desk.origin}/carts`);
      const sheet = page.getByRole('dialog');
      await expect(sheet.getByLabel(name)).toBeFocused();
      expect(await problems(page)).toEqual([]);

      await sheet.getByLabel(name).fill(ACCOUNT.user);
      await sheet.getByLabel(password).fill('wrong');
      await page.keyboard.press('Enter');
      await expect(sheet.getByRole('alert')).not.toBeEmpty();
      expect(await problems(page)).toEqual([]);

      await sheet.getByLabel(password).fill(ACCOUNT.password);
      await page.keyboard.press('Enter');
      await expect(page.getByText(ACCOUNT.user, { exact: true })).toBeVisible();
      expect(await problems(page)).toEqual([]);

      // With a session these pages lead on to the app.
      await page.context().clearCookies();
      for (const path of ['/sign-in?out=yes', '/sign-in?failed=groups_omitted']) {
        await page.goto(`${desk.origin}${path}`);
        await expect(page.getByRole('main').getByRole('button', { name: submit, exact: true })).toBeVisible();
        expect(await problems(page)).toEqual([]);
      }
    });
  });
}

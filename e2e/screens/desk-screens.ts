import { expect, type Page } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import { changeSession } from '~e2e/session-facts';
import { button, dialog, main, leaveTextBehind, LONG, LONG_NAME, type Screen } from './visit';

/** The desk with sign-in: the session as the gateway would tell it, `left` milliseconds before its end. */
async function signedIn(page: Page, person: string, left: number): Promise<void> {
  await changeSession(page, () => {
    const now = Date.now();
    const times = { now, idleEndsAt: now + left, endsAt: now + left + 3_600_000, tokenEndsAt: null };
    return { signIn: 'account', person, ...times };
  });
}

/** Sign-in and what is open over any page. */
export const DESK_SCREENS: readonly Screen[] = [
  {
    name: 'what was learned about the server',
    open: async ({ page }) => {
      await page.goto('/server');
      await expect(main(page).getByRole('combobox').first()).toBeVisible();
    },
  },
  {
    name: 'the dialog of local data',
    open: async (visit) => {
      const { page, words } = visit;
      await leaveTextBehind(visit);
      await page.goto('/carts');
      await button(page, words.keys).click();
      await button(page, words.localData).click();
      await expect(page.getByRole('dialog', { name: words.localData }).getByRole('link')).toBeVisible();
    },
  },
  {
    name: 'the command palette',
    open: async ({ page, api, words }) => {
      api.given(aCart({ lines: [LONG] }));
      await page.goto('/carts');
      await expect(button(page, words.keys)).toBeVisible();
      await page.keyboard.press('ControlOrMeta+K');
      await page.getByRole('combobox', { name: words.palette }).fill('REF');
      await expect(page.getByRole('option').filter({ hasText: LONG_NAME }).first()).toBeVisible();
    },
  },
  {
    name: 'the keyboard shortcuts',
    open: async ({ page, words }) => {
      await page.goto('/lines');
      await button(page, words.keys).click();
      await dialog(page);
    },
  },
  {
    name: 'the sign-in over a page',
    open: async ({ page, api }) => {
      await signedIn(page, 'marguerite.de-la-tour-du-pin@exemple.fr', -1_000);
      api.given(aCart({ lines: [aLine()] }));
      await page.goto('/lines');
      await dialog(page);
    },
  },
  {
    name: 'the warning before the session ends',
    open: async ({ page, api }) => {
      await signedIn(page, 'marguerite.de-la-tour-du-pin@exemple.fr', 90_000);
      api.given(aCart({ lines: [aLine(), aLine(), aLine(), aLine()] }));
      await page.goto('/lines');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'a failed sign-in',
    open: async ({ page }) => {
      await signedIn(page, '', 90_000_000);
      await page.goto('/sign-in?failed=groups_omitted');
      await expect(main(page).getByRole('textbox').first()).toBeVisible();
    },
  },
  {
    name: 'an unknown address',
    open: async ({ page }) => {
      await page.goto('/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
];

import { expect } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import {
  button,
  dialog,
  main,
  LONG,
  LONG_NAME,
  openDraftCart,
  REJECTED,
  type Screen,
  type Visit,
} from './visit';

async function openCheckPage({ page, api }: Visit, enni: string): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ enni })] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(main(page)).toContainText('maelle.kerbrat@kerbrat.example.fr');
}

/** One cart: draft, check page, outcome and receipt. */
export const CART_SCREENS: readonly Screen[] = [
  {
    name: 'the dialog of a new cart',
    open: async ({ page, words }) => {
      await page.goto('/carts');
      await button(page, words.newCart).click();
      await dialog(page);
    },
  },
  { name: 'a draft cart', open: openDraftCart },
  {
    name: 'a cart of long names',
    open: async ({ page, api }) => {
      const { cartId } = api.given(aCart({ external_id: LONG_NAME, project_id: LONG_NAME, lines: [LONG] }));
      await page.goto(`/carts/${cartId}`);
      await expect(page.getByRole('row')).toHaveCount(2);
    },
  },
  {
    name: 'an empty cart',
    open: async ({ page, api }) => {
      const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
      await page.goto(`/carts/${cartId}`);
      await expect(main(page)).toContainText('CDE-1');
    },
  },
  {
    name: 'a cart that is gone',
    open: async ({ page }) => {
      await page.goto('/carts/gone');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'the dialog that duplicates a cart',
    open: async (visit) => {
      await openDraftCart(visit);
      await button(visit.page, visit.words.duplicateCart).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'the dialog that moves lines',
    open: async (visit) => {
      await openDraftCart(visit);
      await button(visit.page, visit.words.moveLines).first().click();
      await dialog(visit.page);
    },
  },
  {
    name: 'the dialog that deletes a cart',
    open: async (visit) => {
      await openDraftCart(visit);
      await button(visit.page, visit.words.removeCart).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'a cart under way',
    open: async ({ page, api }) => {
      const lines = [aLine({ state: 'in_progress' }), aLine({ state: 'held_adv_validation' })];
      const { cartId } = api.given(aCart({ external_id: 'CDE-1', state: 'in_progress', lines }));
      await page.goto(`/carts/${cartId}`);
      await expect(page.getByRole('progressbar')).toBeVisible();
    },
  },
  {
    name: 'the outcome of a cart',
    open: async ({ page, api }) => {
      const { cartId } = api.given(
        aCart({ external_id: 'CDE-1', lines: [aLine({ state: 'acknowledged' }), REJECTED] }),
      );
      await page.goto(`/carts/${cartId}`);
      await expect(main(page)).toContainText('UNKNOWN_ENNI');
    },
  },
  {
    name: 'the dialog that reorders rejected lines',
    open: async ({ page, api, words }) => {
      const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [REJECTED] }));
      await page.goto(`/carts/${cartId}`);
      await button(page, words.orderAgain).click();
      await dialog(page);
    },
  },
  { name: 'the check page of a ready cart', open: (visit) => openCheckPage(visit, 'AZ001234') },
  { name: 'the check page of an incomplete cart', open: (visit) => openCheckPage(visit, '') },
  {
    name: 'a confirmation in doubt',
    open: async (visit) => {
      const { page, api } = visit;
      await openCheckPage(visit, 'AZ001234');
      api.faults.next({ operation: 'confirmCart' }, { answer: { status: 504 } });
      await main(page).getByRole('button').last().click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'a confirmation that was not placed',
    open: async (visit) => {
      const { page, api } = visit;
      await openCheckPage(visit, 'AZ001234');
      api.faults.next({ operation: 'confirmCart' }, { answer: { status: 400, body: { detail: LONG_NAME } } });
      await main(page).getByRole('button').last().click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'the check page of long names',
    open: async ({ page, api }) => {
      const { cartId } = api.given(aCart({ external_id: LONG_NAME, lines: [LONG, LONG, LONG] }));
      await page.goto(`/carts/${cartId}/confirm`);
      await expect(main(page).getByRole('button').last()).toBeEnabled();
    },
  },
  {
    name: 'the menu of carts under way',
    open: async (visit) => {
      const { page, words } = visit;
      await openCheckPage(visit, 'AZ001234');
      await main(page).getByRole('button').last().click();
      // A placed cart is left for its own page.
      await page.waitForURL(/\/carts\/[\w-]{36}$/);
      await page.getByRole('button', { name: words.underWay }).click();
      await expect(page.getByRole('link', { name: 'CDE-1' }).first()).toBeVisible();
    },
  },
  {
    name: 'the receipt of an order',
    open: async (visit) => {
      const { page, words } = visit;
      await openCheckPage(visit, 'AZ001234');
      await main(page).getByRole('button').last().click();
      await page.getByRole('link', { name: words.seeSent }).click();
      await expect(page.getByRole('region').filter({ hasText: 'AZ001234' })).toBeVisible();
    },
  },
];

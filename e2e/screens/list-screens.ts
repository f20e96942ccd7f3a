import { expect, type Page } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import { button, dialog, main, LONG, LONG_NAME, REJECTED, type Screen } from './visit';
import type { Words } from './words';

/** On a narrow screen filters and tools are behind a button. */
async function unfold(page: Page, { filtersAndTools }: Words): Promise<void> {
  await expect(page.getByRole('row').first()).toBeVisible();
  const fold = page.getByRole('button', { name: filtersAndTools });
  if (await fold.isVisible()) await fold.click();
}
/** The lists, their menus and their states. */
export const LIST_SCREENS: readonly Screen[] = [
  {
    name: 'the list of lines',
    open: async ({ page, api }) => {
      const states = ['created', 'in_progress', 'acknowledged', 'held_adv_validation', 'technical_error'];
      api.given(aCart({ lines: [...states.map((state) => aLine({ state, daysOld: 80 })), REJECTED] }));
      await page.goto('/lines?state=&sort=-state&search=');
      await expect(page.getByRole('row')).toHaveCount(7);
    },
  },
  {
    name: 'a list with filters and selection',
    open: async ({ page, api, words }) => {
      api.given(aCart({ lines: [aLine(), aLine()] }));
      await page.goto(
        '/lines?state=created&creation_date=last-30-days&expiration_date=2026-01-01..&sort=nothing',
      );
      await unfold(page, words);
      await page.getByRole('row').nth(1).getByRole('checkbox').check();
      await expect(page.getByRole('group', { name: words.creation, exact: true })).toBeVisible();
    },
  },
  {
    name: 'the views of a list',
    open: async ({ page, api, words }) => {
      api.given(aCart({ lines: [aLine()] }));
      await page.goto('/lines');
      await unfold(page, words);
      await page.getByRole('button', { name: new RegExp(`^${words.view}`) }).click();
      await expect(page.getByRole('textbox', { name: words.viewName })).toBeVisible();
    },
  },
  {
    name: 'the columns of a list',
    open: async ({ page, api, words }) => {
      api.given(aCart({ lines: [aLine()] }));
      await page.goto('/lines');
      await unfold(page, words);
      await button(page, words.columns).click();
      await expect(page.getByRole('radio').first()).toBeVisible();
    },
  },
  {
    name: 'the export of a list',
    open: async ({ page, api, words }) => {
      api.given(aCart({ lines: [aLine()] }));
      await page.goto('/lines');
      await unfold(page, words);
      await button(page, words.export).click();
      await dialog(page);
    },
  },
  {
    name: 'an empty list',
    open: async ({ page }) => {
      await page.goto('/lines?search=nothing');
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    },
  },
  {
    name: 'a list that failed',
    open: async ({ page, api }) => {
      // The browser asks again after a failed preload.
      const answer = { status: 403, body: { detail: 'No.' } };
      api.faults.next({ operation: 'listLines', times: 2 }, { answer });
      await page.goto('/lines');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'a list of long names',
    open: async ({ page, api }) => {
      api.given(aCart({ external_id: LONG_NAME, lines: [LONG, LONG] }));
      await page.goto('/lines?search=REF');
      await expect(page.getByRole('row')).toHaveCount(3);
    },
  },
  {
    name: 'a list that loads',
    open: async ({ page, api }) => {
      api.faults.next({ operation: 'listLines', times: 9 }, { hold: 'before' });
      await page.goto('/lines');
      await expect(main(page).getByRole('status').first()).toBeAttached();
    },
  },
  {
    name: 'the list of carts',
    open: async ({ page, api }) => {
      const states = ['created', 'in_progress', 'completed', 'partial', 'rejected', 'odd'];
      for (const state of states) api.given(aCart({ external_id: `CDE-${state}`, state }));
      await page.goto('/carts');
      await expect(page.getByRole('row')).toHaveCount(7);
    },
  },
  {
    name: 'carts of long names',
    open: async ({ page, api }) => {
      for (const state of ['created', 'partial'])
        api.given(aCart({ external_id: LONG_NAME, project_id: LONG_NAME, state }));
      await page.goto('/carts');
      await expect(page.getByRole('row')).toHaveCount(3);
    },
  },
];

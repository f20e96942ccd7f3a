import { expect } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import { button, dialog, LONG, LONG_NAME, type Screen, type Visit } from './visit';

/** Duplicates a cart of which the API refuses the first line. */
async function openBatch({ page, api, words }: Visit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: LONG_NAME, lines: [LONG, aLine()] }));
  await page.goto(`/carts/${cartId}`);
  const body = { note: [LONG_NAME] };
  api.faults.next({ operation: 'createLine' }, { answer: { status: 400, body } });
  await button(page, words.duplicateCart).click();
  await button(page, words.duplicate).click();
  await expect(page.getByRole('link', { name: words.openNewCart })).toBeVisible();
}

/** Pauses a duplication at its first line. */
async function openPausedBatch({ page, api, words }: Visit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine(), aLine()] }));
  await page.goto(`/carts/${cartId}`);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await button(page, words.duplicateCart).click();
  await button(page, words.duplicate).click();
  await first.met;
  await button(page, words.pause).click();
  first.release();
  await expect(page.getByRole('alert')).toBeVisible();
}

/** Batches. */
export const BATCH_SCREENS: readonly Screen[] = [
  {
    name: 'a batch with a refused row',
    open: openBatch,
  },
  {
    name: 'the dialog that undoes a batch',
    open: async (visit) => {
      await openBatch(visit);
      await button(visit.page, visit.words.undo).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'a paused batch',
    open: openPausedBatch,
  },
  {
    name: 'a cart with a paused batch',
    open: async (visit) => {
      const { page, words } = visit;
      await openPausedBatch(visit);
      await page.getByRole('link', { name: words.intoCart }).first().click();
      await expect(page.getByText(words.inBatch)).toBeVisible();
    },
  },
  {
    name: 'the batches',
    open: async (visit) => {
      const { page, words } = visit;
      await openBatch(visit);
      await page.getByRole('link', { name: words.allBatches, exact: true }).click();
      await expect(page.getByRole('row')).toHaveCount(2);
    },
  },
  {
    name: 'no batches',
    open: async ({ page }) => {
      await page.goto('/batches');
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    },
  },
];

import { expect } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import {
  button,
  dialog,
  main,
  leaveTextBehind,
  LONG,
  LONG_NAME,
  openDraft,
  REJECTED,
  type Screen,
} from './visit';

/** One line: new, draft, saved, confirmed. */
export const LINE_SCREENS: readonly Screen[] = [
  {
    name: 'a new line',
    open: async ({ page, api, words }) => {
      const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
      await page.goto(`/carts/${cartId}/lines/new`);
      await button(page, words.second).click();
      await button(page, words.save).click();
    },
  },
  { name: 'a draft line', open: async (visit) => void (await openDraft(visit)) },
  {
    name: 'a draft line of long names',
    open: async ({ page, api, words }) => {
      const { lineId } = api.given(aCart({ external_id: LONG_NAME, lines: [LONG] }));
      await page.goto(`/lines/${lineId}`);
      await expect(page.getByLabel(words.note, { exact: true })).toHaveValue(LONG_NAME);
    },
  },
  {
    name: 'the dialog that copies a site',
    open: async (visit) => {
      await openDraft(visit);
      visit.api.given(aCart({ lines: [LONG] }));
      await button(visit.page, visit.words.copySite).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'a line with a refused save',
    open: async (visit) => {
      const { page, api, words } = visit;
      await openDraft(visit);
      await page.getByLabel(words.note, { exact: true }).fill('Sonner');
      api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body: { note: ['No.'] } } });
      await button(page, words.save).click();
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  },
  {
    name: 'a save without an answer',
    open: async (visit) => {
      const { page, api, words } = visit;
      await openDraft(visit);
      await page.getByLabel(words.note, { exact: true }).fill('Sonner');
      api.faults.next({ operation: 'updateLine' }, { answer: { status: 504 } });
      await button(page, words.save).click();
      await expect(page.getByText(words.checking)).toBeVisible();
    },
  },
  {
    name: 'a line with a conflict',
    open: async (visit) => {
      const { page, api, words } = visit;
      const lineId = await openDraft(visit);
      await page.getByLabel(words.note, { exact: true }).fill('Sonner');
      api.store.changeLine(lineId, { values: { note: 'Frapper' } });
      await button(page, words.save).click();
      await expect(button(page, words.saveDecided)).toBeVisible();
    },
  },
  {
    name: 'a draft line with unsaved text',
    open: async (visit) => {
      const { page, api, words } = visit;
      await leaveTextBehind(visit);
      for (const line of api.store.lines()) api.store.changeLine(line.id, { values: { note: 'Autre' } });
      await page.reload();
      await expect(button(page, words.restoreDecided)).toBeVisible();
    },
  },
  {
    name: 'a confirmed line with unsaved text',
    open: async (visit) => {
      const { page, api } = visit;
      await leaveTextBehind(visit);
      for (const line of api.store.lines())
        api.store.changeLine(line.id, { status: { state: 'in_progress' } });
      await page.reload();
      await expect(page.getByRole('status').filter({ hasText: 'Sonner' })).toBeVisible();
    },
  },
  {
    name: 'the dialog of unsaved changes',
    open: async (visit) => {
      const { page, words } = visit;
      await openDraft(visit);
      await page.getByLabel(words.note, { exact: true }).fill('Sonner');
      await page.getByRole('link', { name: words.carts, exact: true }).click();
      await dialog(page);
    },
  },
  {
    name: 'the dialog that discards changes',
    open: async (visit) => {
      const { page, words } = visit;
      await openDraft(visit);
      await page.getByLabel(words.note, { exact: true }).fill('Sonner');
      await button(page, words.discard).click();
      await dialog(page);
    },
  },
  {
    name: 'the dialog that duplicates a line',
    open: async (visit) => {
      await openDraft(visit);
      await button(visit.page, visit.words.duplicateLine).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'the dialog that deletes a line',
    open: async (visit) => {
      await openDraft(visit);
      await button(visit.page, visit.words.removeLine).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'a rejected line',
    open: async ({ page, api }) => {
      const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [REJECTED] }));
      await page.goto(`/lines/${lineId}`);
      await expect(main(page)).toContainText('E-4711');
    },
  },
  {
    name: 'a confirmed line',
    open: async ({ page, api }) => {
      const line = aLine({ state: 'in_progress', daysOld: 12, quote_item_id: 'DV-2042' });
      const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [line] }));
      await page.goto(`/lines/${lineId}`);
      await expect(main(page).getByText('DV-2042')).toBeVisible();
    },
  },
  {
    name: 'a cancelled line of long names',
    open: async ({ page, api }) => {
      const line = { ...LONG, state: 'cancelled', cancelled: LONG_NAME, daysOld: 30 };
      const { lineId } = api.given(aCart({ external_id: LONG_NAME, lines: [line] }));
      await page.goto(`/lines/${lineId}`);
      await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'a line that is gone',
    open: async ({ page }) => {
      await page.goto('/lines/gone');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
];

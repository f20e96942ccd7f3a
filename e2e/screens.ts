import { expect, type Page } from '@playwright/test';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/given';
import { keptTexts } from './steps';

/** The words by which the screens are reached, in each language. */
export const WORDS = {
  'fr-FR': {
    newCart: 'Nouveau panier',
    removeCart: 'Supprimer le panier',
    removeLine: 'Supprimer la ligne',
    note: 'Note',
    discard: 'Abandonner les modifications',
    carts: 'Paniers',
    save: 'Enregistrer',
    saveDecided: 'Enregistrer avec ces choix',
    restoreDecided: 'Restaurer avec ces choix',
    localData: 'Données sur cet ordinateur',
    keys: 'Raccourcis clavier',
    second: 'Ajouter un second contact',
    filtersAndTools: /^Filtres et outils/,
    creation: 'Création',
    view: 'Vue',
    viewName: 'Nom de la vue',
    columns: 'Colonnes',
    export: 'Exporter',
    duplicateLine: 'Dupliquer la ligne',
    duplicateCart: 'Dupliquer le panier',
    moveLines: 'Déplacer vers un nouveau panier',
    orderAgain: 'Nouveau panier avec la ligne rejetée',
    seeSent: 'Voir ce qui a été envoyé',
  },
  'en-GB': {
    newCart: 'New cart',
    removeCart: 'Delete cart',
    removeLine: 'Delete line',
    note: 'Note',
    discard: 'Discard changes',
    carts: 'Carts',
    save: 'Save',
    saveDecided: 'Save with these choices',
    restoreDecided: 'Restore with these choices',
    localData: 'Data on this computer',
    keys: 'Keyboard shortcuts',
    second: 'Add a second contact',
    filtersAndTools: /^Filters and tools/,
    creation: 'Created',
    view: 'View',
    viewName: 'Name of the view',
    columns: 'Columns',
    export: 'Export',
    duplicateLine: 'Duplicate line',
    duplicateCart: 'Duplicate cart',
    moveLines: 'Move to a new cart',
    orderAgain: 'New cart from the rejected line',
    seeSent: 'See what was sent',
  },
};
type Words = (typeof WORDS)['fr-FR'];

interface Visit {
  readonly page: Page;
  readonly api: MockApi;
  readonly words: Words;
}

interface Screen {
  readonly name: string;
  /** Leads to the screen and returns once it is drawn. */
  readonly open: (visit: Visit) => Promise<void>;
}

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** On a narrow screen filters and tools are behind a button. */
async function unfold(page: Page, { filtersAndTools }: Words): Promise<void> {
  await expect(page.getByRole('row').first()).toBeVisible();
  const fold = page.getByRole('button', { name: filtersAndTools });
  if (await fold.isVisible()) await fold.click();
}
const dialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();

async function openDraft({ page, api }: Visit): Promise<string> {
  const line = aLine({ enni: '', quote_item_id: 'DV-2042', option_ids: ['2210', '7021'], daysOld: 80 });
  const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [line] }));
  await page.goto(`/lines/${lineId}`);
  await expect(main(page)).toContainText('DV-2042');
  return lineId;
}

async function openDraftCart({ page, api }: Visit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine(), aLine({ enni: '' })] }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('row')).toHaveCount(3);
}

async function openCheckPage({ page, api }: Visit, enni: string): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ enni })] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(main(page)).toContainText('maelle.kerbrat@kerbrat.example.fr');
}

const REJECTED = aLine({
  state: 'rejected_creation',
  termination_error: [
    { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' },
    { code: 'E-4711', property_path: 'delivery.window', value: 'never' },
  ],
});

/** Types a note that is kept on this computer and not saved. */
async function leaveTextBehind(visit: Visit): Promise<void> {
  await openDraft(visit);
  await visit.page.getByLabel(visit.words.note, { exact: true }).fill('Sonner deux fois');
  await keptTexts(visit.page, (count) => count === 1);
}

/** Every screen and every dialog, with what makes it hard to draw. */
export const SCREENS: readonly Screen[] = [
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
    name: 'a list with all its filters, warnings and a selection',
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
      // The browser asks again for what it could not load ahead.
      const answer = { status: 403, body: { detail: 'No.' } };
      api.faults.next({ operation: 'listLines', times: 2 }, { answer });
      await page.goto('/lines');
      await expect(page.getByRole('alert')).toBeVisible();
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
    name: 'the dialog of a new cart',
    open: async ({ page, words }) => {
      await page.goto('/carts');
      await button(page, words.newCart).click();
      await dialog(page);
    },
  },
  { name: 'a draft cart', open: openDraftCart },
  {
    name: 'the dialog that duplicates a cart',
    open: async (visit) => {
      await openDraftCart(visit);
      await button(visit.page, visit.words.duplicateCart).click();
      await dialog(visit.page);
    },
  },
  {
    name: 'the dialog that moves lines to a new cart',
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
    name: 'what became of a cart',
    open: async ({ page, api }) => {
      const { cartId } = api.given(
        aCart({ external_id: 'CDE-1', lines: [aLine({ state: 'acknowledged' }), REJECTED] }),
      );
      await page.goto(`/carts/${cartId}`);
      await expect(main(page)).toContainText('UNKNOWN_ENNI');
    },
  },
  {
    name: 'the dialog of a new cart from rejected lines',
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
    name: 'a confirmation that nobody knows the end of',
    open: async (visit) => {
      const { page, api } = visit;
      await openCheckPage(visit, 'AZ001234');
      api.faults.next({ operation: 'confirmCart' }, { answer: { status: 504 } });
      await main(page).getByRole('button').last().click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'the record of what was sent',
    open: async (visit) => {
      const { page, words } = visit;
      await openCheckPage(visit, 'AZ001234');
      await main(page).getByRole('button').last().click();
      await page.getByRole('link', { name: words.seeSent }).click();
      await expect(page.getByRole('region').filter({ hasText: 'AZ001234' })).toBeVisible();
    },
  },
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
    name: 'a line with two sides of a change',
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
    name: 'a line with text that was left behind',
    open: async (visit) => {
      const { page, api, words } = visit;
      await leaveTextBehind(visit);
      for (const line of api.store.lines()) api.store.changeLine(line.id, { values: { note: 'Autre' } });
      await page.reload();
      await expect(button(page, words.restoreDecided)).toBeVisible();
    },
  },
  {
    name: 'a confirmed line with text that was left behind',
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
    name: 'a line that is gone',
    open: async ({ page }) => {
      await page.goto('/lines/gone');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  {
    name: 'an address that does not exist',
    open: async ({ page }) => {
      await page.goto('/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
];

import { expect, type Page } from '@playwright/test';
import { isWireObject } from '~/contract/scalars';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { IMPORT_SCREENS } from '~e2e/screens/import-screens';
import { keptTexts } from './steps';

/** The labels that lead to the screens, in each language. */
export const WORDS = {
  'fr-FR': {
    newCart: 'Nouveau panier',
    removeCart: 'Supprimer le panier',
    removeLine: 'Supprimer la ligne',
    note: 'Note',
    checking: /Nous ne savons pas encore/,
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
    duplicate: 'Dupliquer',
    pause: 'Mettre en pause',
    undo: 'Défaire',
    inBatch: /Un lot travaille sur ce panier/,
    allBatches: 'Lots',
    intoCart: /^ot-/,
    openNewCart: 'Ouvrir le nouveau panier',
    moveLines: 'Déplacer vers un nouveau panier',
    orderAgain: 'Nouveau panier avec la ligne rejetée',
    seeSent: 'Voir ce qui a été envoyé',
    copySite: "Copier d'une autre ligne…",
    underWay: /panier (en cours|décidé)/,
    palette: 'Palette de commandes',
  },
  'en-GB': {
    newCart: 'New cart',
    removeCart: 'Delete cart',
    removeLine: 'Delete line',
    note: 'Note',
    checking: /We do not know yet/,
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
    duplicate: 'Duplicate',
    pause: 'Pause',
    undo: 'Undo',
    inBatch: /A batch works on this cart/,
    allBatches: 'Batches',
    intoCart: /^ot-/,
    openNewCart: 'Open the new cart',
    moveLines: 'Move to a new cart',
    orderAgain: 'New cart from the rejected line',
    seeSent: 'See what was sent',
    copySite: 'Copy from another line…',
    underWay: /cart (under way|decided)/,
    palette: 'Command palette',
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

const REJECTED = aLine({
  state: 'rejected_creation',
  termination_error: [
    { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' },
    { code: 'E-4711', property_path: 'delivery.window', value: 'never' },
  ],
});

/** Types a note, which autosave keeps, and does not save it. */
async function leaveTextBehind(visit: Visit): Promise<void> {
  await openDraft(visit);
  await visit.page.getByLabel(visit.words.note, { exact: true }).fill('Sonner deux fois');
  await keptTexts(visit.page, (count) => count === 1);
}

/** As long as customers' names get, in one word and in many. */
const LONG_NAME = `Anticonstitutionnellement${'-anticonstitutionnellement'.repeat(3)} et ${'Fils, Neveux et '.repeat(6)}Compagnie`;

const LONG = aLine({
  end_customer_name: LONG_NAME,
  customer_order_name: `Siège ${LONG_NAME}`,
  external_id: 'REF-'.repeat(20),
  note: LONG_NAME,
  contact: { end_customer_name: LONG_NAME, street_name: LONG_NAME },
});

/** The desk with sign-in: the session as the gateway would tell it, `left` milliseconds before its end. */
async function signedIn(page: Page, person: string, left: number): Promise<void> {
  await page.route('**/auth/session', async (route) => {
    const answer = await route.fetch();
    const facts: unknown = await answer.json();
    const now = Date.now();
    const times = { now, idleEndsAt: now + left, endsAt: now + left + 3_600_000, tokenEndsAt: null };
    await route.fulfill({
      response: answer,
      json: { ...(isWireObject(facts) ? facts : {}), signIn: 'account', person, ...times },
    });
  });
}

/** Every screen and every dialog, with the content that is hard to draw. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'what was learned about the server',
    open: async ({ page }) => {
      await page.goto('/server');
      await expect(main(page).getByRole('combobox').first()).toBeVisible();
    },
  },
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
  ...IMPORT_SCREENS,
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
    name: 'a line that is gone',
    open: async ({ page }) => {
      await page.goto('/lines/gone');
      await expect(page.getByRole('alert')).toBeVisible();
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

import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { neverRetry, rounds } from '~e2e/long-trial';
import { field, fillLine, outcome } from '~e2e/steps';
import { matchOperation, type OperationName } from '~/contract/operations';
import { createGatewayInProcess } from '~/gateway/in-process';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import type { FaultAnswer } from '~/mock-api/http/faults';
import { aCart, aLine } from '~/mock-api/store/given';

neverRetry(test);

/*
 * Answers of a box in the middle, before the gateway or before the API, given before or after the API has acted. The words
 * of the screen are held against the API's store, and nothing is made twice.
 */

const PAGE = '<!doctype html><h1>Portal</h1>';
const FOREIGN: Readonly<Record<string, FaultAnswer>> = {
  'HTML 200': { status: 200, body: PAGE },
  'a redirect': { status: 302, body: PAGE, headers: { location: '/portal' } },
  'HTML 401': { status: 401, body: PAGE },
  'HTML 403': { status: 403, body: PAGE },
  'HTML 405': { status: 405, body: PAGE },
  'HTML 413': { status: 413, body: PAGE },
};

/** The answers by which a proxy asks for a new sign-in. */
const SIGN_INS = ['HTML 200', 'a redirect', 'HTML 401'];

interface Given {
  readonly api: MockApi;
  readonly cartId: string;
  readonly lineId: string;
}

interface Act {
  readonly operation: OperationName;
  readonly begin: (page: Page, given: Given) => Promise<void>;
  /** The click that sends. */
  readonly send: (page: Page) => Promise<void>;
  /** Whether the API has acted. */
  readonly hasActed: (given: Given) => boolean;
  readonly isDone: (page: Page) => Promise<boolean>;
}

const dialogButton = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();

const WRITES: readonly Act[] = [
  {
    operation: 'createCart',
    begin: async (page) => {
      await page.goto('/carts#new');
      await page.getByRole('dialog').getByLabel('Projet').fill('PRJ-1');
    },
    send: (page) => dialogButton(page, 'Créer le panier'),
    hasActed: ({ api }) => created(api).length > 0,
    isDone: async (page) => /\/carts\/[\w-]{36}$/.test(page.url()),
  },
  {
    operation: 'updateCart',
    begin: async (page, { cartId }) => {
      await page.goto(`/carts/${cartId}`);
      await field(page, 'Projet').fill('PRJ-1');
    },
    send: save,
    hasActed: ({ api, cartId }) => api.store.cart(cartId).project_id === 'PRJ-1',
    isDone: (page) => page.getByText('Références enregistrées.').isVisible(),
  },
  {
    operation: 'deleteCart',
    begin: async (page, { cartId }) => {
      await page.goto(`/carts/${cartId}`);
      await page.getByRole('button', { name: 'Supprimer le panier' }).click();
    },
    send: (page) => dialogButton(page, 'Supprimer le panier'),
    hasActed: ({ api, cartId }) => !api.store.carts().some(({ id }) => id === cartId),
    isDone: async (page) => page.url().endsWith('/carts'),
  },
  {
    operation: 'confirmCart',
    begin: async (page, { cartId }) => {
      await page.goto(`/carts/${cartId}/confirm`);
      await expect(page.getByRole('button', { name: 'Passer la commande' })).toBeEnabled();
    },
    send: (page) => page.getByRole('button', { name: 'Passer la commande' }).click(),
    hasActed: ({ api, cartId }) => api.store.cart(cartId).state !== 'created',
    isDone: (page) => outcome(page).isVisible(),
  },
  {
    operation: 'createLine',
    begin: async (page, { cartId }) => {
      await page.goto(`/carts/${cartId}/lines/new`);
      await fillLine(page, [
        { label: 'Offre', value: '2173' },
        { label: "Élément d'éligibilité", value: 'ELIG-NEW' },
      ]);
    },
    send: save,
    hasActed: ({ api, cartId }) => api.store.cart(cartId).lines.length > 1,
    isDone: async (page) => /\/lines\/[\w-]{36}/.test(page.url()),
  },
  {
    operation: 'updateLine',
    begin: async (page, { lineId }) => {
      await page.goto(`/lines/${lineId}`);
      await field(page, 'Note').fill('Sonner deux fois');
    },
    send: save,
    hasActed: ({ api, lineId }) => api.store.line(lineId).content.values.note === 'Sonner deux fois',
    isDone: (page) => page.getByText(/^Enregistré à/).isVisible(),
  },
  {
    operation: 'deleteLine',
    begin: async (page, { lineId }) => {
      await page.goto(`/lines/${lineId}`);
      await page.getByRole('button', { name: 'Supprimer la ligne' }).click();
    },
    send: (page) => dialogButton(page, 'Supprimer la ligne'),
    hasActed: ({ api, cartId }) => api.store.cart(cartId).lines.length === 0,
    isDone: async (page) => /\/carts\/[\w-]{36}$/.test(page.url()),
  },
];

const NOT_DONE =
  /Cela n'a pas été fait|La ligne n'a pas été enregistrée|Rien n'a été (commandé|envoyé|fait)|rien n'a été envoyé|n'a pas été passée/;

const READS = [
  { operation: 'listCarts', path: () => '/carts' },
  { operation: 'listLines', path: () => '/lines' },
  { operation: 'readCart', path: ({ cartId }: Given) => `/carts/${cartId}` },
  { operation: 'readLine', path: ({ lineId }: Given) => `/lines/${lineId}` },
] as const;

const LEGS = ['the gateway', 'the API'] as const;
const MOMENTS = ['before', 'after'] as const;

interface Box {
  readonly operation: OperationName;
  readonly answer: FaultAnswer;
  readonly leg: (typeof LEGS)[number];
  readonly moment: (typeof MOMENTS)[number];
  readonly times: number;
  /** After its first answer it gives every answer: the session of a proxy has ended. */
  readonly isForAll?: boolean;
}

/** Serves a context's pages through a box that answers in another's place. */
async function serveThrough(context: BrowserContext, box: Box): Promise<Given> {
  const api = createMockApi();
  const ids = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  const gateway = createGatewayInProcess((request) => api.fetch(request));
  let left = box.leg === 'the gateway' ? box.times : 0;
  if (box.leg === 'the API') {
    const { operation, times, answer } = box;
    api.faults.next({ operation, times }, box.moment === 'before' ? { answer } : { answerAfter: answer });
  }
  await context.route(/\/(api|auth|gw\/(?!csp))/, async (route) => {
    const asked = route.request();
    const isHit =
      left > 0 &&
      ((box.isForAll === true && left < box.times) ||
        matchOperation(asked.method(), new URL(asked.url()).pathname)?.name === box.operation);
    if (isHit) left -= 1;
    const { status, headers = {} } = box.answer;
    const foreign = { status, headers: { ...headers, 'content-type': 'text/html' }, body: PAGE };
    if (isHit && box.moment === 'before') return route.fulfill(foreign);
    const answer = await gateway(
      new Request(asked.url(), {
        method: asked.method(),
        headers: asked.headers(),
        body: asked.postData(),
      }),
    );
    if (isHit) return route.fulfill(foreign);
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    });
  });
  return { api, cartId: ids.cartId, lineId: ids.lineId };
}

/** The carts beside the given one. */
function created(api: MockApi) {
  return api.store.carts().filter(({ external_id }) => external_id !== 'CDE-1');
}

/** Lets time pass until the screen says how it ended; every word on the way is held against the store. */
async function expectTrueWords(page: Page, act: Act, given: Given): Promise<'done' | 'not-done'> {
  for (let seconds = 0; seconds < 400; seconds += 5) {
    const words = await page.locator('body').innerText();
    const isDone = await act.isDone(page);
    const isNotDone = !isDone && NOT_DONE.test(words);
    if (isDone) expect(act.hasActed(given), 'what is called done').toBe(true);
    if (isNotDone) expect(act.hasActed(given), `what is called not done: ${words}`).toBe(false);
    if (isDone || isNotDone) return isDone ? 'done' : 'not-done';
    await page.clock.runFor(5_000);
  }
  throw new Error('The screen never says how it ended');
}

const combinations = WRITES.flatMap((act) =>
  Object.entries(FOREIGN).flatMap(([name, answer]) =>
    LEGS.flatMap((leg) => MOMENTS.map((moment) => ({ act, name, answer, leg, moment }))),
  ),
);
for (const round of rounds({ whole: combinations.length, sample: 6 })) {
  const combination = combinations[round - 1];
  if (!combination) continue;
  const { act, name, answer, leg, moment } = combination;
  test(`${name} ${moment} ${act.operation} at ${leg} ends true`, async ({ page, context }) => {
    const box = { operation: act.operation, answer, leg, moment, times: 1 };
    const given = await serveThrough(context, box);
    await page.clock.install();
    await act.begin(page, given);
    await act.send(page);
    const end = await expectTrueWords(page, act, given);
    if (leg === 'the gateway' && moment === 'before') {
      await expect(page.getByText("bloquée en chemin et rien n'a été envoyé")).toBeVisible();
    }
    const mayRepeat = act.operation === 'createCart' || act.operation === 'createLine';
    if (end === 'not-done' && mayRepeat) {
      await act.send(page);
      expect(await expectTrueWords(page, act, given)).toBe('done');
    }
    expect(created(given.api).length).toBeLessThanOrEqual(1);
    if (act.operation === 'createLine') expect(given.api.store.cart(given.cartId).lines).toHaveLength(2);
  });
}

const endings = WRITES.flatMap((act) =>
  SIGN_INS.flatMap((name) => MOMENTS.map((moment) => ({ act, name, moment }))),
);
for (const round of rounds({ whole: endings.length, sample: 2 })) {
  const ending = endings[round - 1];
  if (!ending) continue;
  const { act, name, moment } = ending;
  test(`${name} ${moment} ${act.operation} and after it asks to reload`, async ({ page, context }) => {
    const answer = FOREIGN[name] ?? { status: 200 };
    const box = {
      operation: act.operation,
      answer,
      leg: 'the gateway',
      moment,
      times: 999,
      isForAll: true,
    } as const;
    const given = await serveThrough(context, box);
    await act.begin(page, given);
    await act.send(page);
    await expect(page.getByRole('button', { name: 'Recharger la page' })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/^(Enregistrement|Suppression|Création du panier)…$/)).toHaveCount(0);
    const words = await page.locator('body').innerText();
    expect(words).not.toMatch(/illisible|L'API a échoué/);
    expect(words, 'what is not known').not.toMatch(NOT_DONE);
    expect(await act.isDone(page)).toBe(false);
  });
}

const readings = READS.flatMap((read) =>
  Object.entries(FOREIGN).flatMap(([name, answer]) => LEGS.map((leg) => ({ read, name, answer, leg }))),
);
for (const round of rounds({ whole: readings.length, sample: 3 })) {
  const reading = readings[round - 1];
  if (!reading) continue;
  const { read, name, answer, leg } = reading;
  test(`${name} in place of ${read.operation} at ${leg} says so`, async ({ page, context }) => {
    const box = { operation: read.operation, answer, leg, moment: 'before', times: 99 } as const;
    const given = await serveThrough(context, box);
    await page.goto(read.path(given));
    const ownWords = SIGN_INS.includes(name) ? 'demande une nouvelle connexion' : "à la place d'Orderdesk";
    const words = leg === 'the gateway' ? ownWords : /illisible|a échoué/;
    await expect(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
    await expect(page.locator('body')).not.toContainText(/pas le droit|n'existe plus|session est terminée/);
  });
}

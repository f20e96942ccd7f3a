import type { Page } from '@playwright/test';
import { expect, serveTogether, test as base } from '~e2e/fixtures';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { createClock } from '~/mock-api/store/clock';
import { duplicateCart, ending, total } from './steps';

/* A batch is not finished with its cart. Two people work through one gateway: everybody is told. */

interface Office {
  readonly api: MockApi;
  readonly page: Page;
  readonly colleague: Page;
}

const test = base.extend<{ office: Office }>({
  office: async ({ browser, baseURL, locale, timezoneId }, provide) => {
    const open = () =>
      browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
    const contexts = [await open(), await open()] as const;
    const api = createMockApi({});
    await serveTogether(contexts, api, createClock(), () => 0);
    await provide({ api, page: await contexts[0].newPage(), colleague: await contexts[1].newPage() });
    for (const context of contexts) await context.close();
  },
});

const goOn = (page: Page) => page.getByRole('button', { name: 'Reprendre' });
const unfinished = (page: Page) => page.getByText("Un lot n'est pas terminé sur ce panier");

/** A batch of three rows that is paused after its first; gives the id of its cart. */
async function pausedBatch({ api, page }: Office): Promise<string> {
  const lines = [1, 2, 3].map((number) => aLine({ end_customer_name: `Client ${number}` }));
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`/carts/${cartId}`);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await duplicateCart(page);
  await first.met;
  await page.getByRole('button', { name: 'Mettre en pause' }).click();
  first.release();
  await expect(goOn(page)).toBeVisible();
  const cart = api.store.carts().find(({ id }) => id !== cartId);
  if (!cart) throw new Error('There is no new cart');
  return cart.id;
}

test('a colleague sees that a batch is unfinished', async ({ office }) => {
  const { page, colleague } = office;
  const cartId = await pausedBatch(office);
  await colleague.goto(`/carts/${cartId}`);
  await expect(unfinished(colleague)).toContainText('1 sur 3 lignes le');
  await colleague.getByRole('link', { name: 'Confirmer le panier' }).click();
  await expect(unfinished(colleague)).toBeVisible();
  await expect(
    colleague.getByText("Si vous confirmez maintenant, 2 lignes du lot n'y seront pas."),
  ).toBeVisible();

  await goOn(page).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  await colleague.goto(`/carts/${cartId}`);
  await expect(colleague.getByRole('row')).toHaveCount(4);
  await expect(unfinished(colleague)).toHaveCount(0);
});

test('a cart under confirmation pauses a batch', async ({ office, expectComplaint }) => {
  expectComplaint(/409/);
  const { api, page, colleague } = office;
  const cartId = await pausedBatch(office);
  await colleague.goto(`/carts/${cartId}/confirm`);
  const confirmation = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  await colleague.getByRole('button', { name: 'Passer la commande' }).click();
  await confirmation.met;
  await goOn(page).click();
  await expect(page.getByRole('alert')).toContainText('le panier est en cours de confirmation');
  expect(api.ledger.of('createLine')).toHaveLength(1);

  confirmation.release();
  await expect(colleague.getByRole('region', { name: 'Résultat' })).toBeVisible();
  await goOn(page).click();
  await expect(page.getByRole('alert')).toContainText('le panier est confirmé');
  await goOn(page).click();
  await expect(page.getByText('Terminé', { exact: true })).toBeVisible();
  expect(await total(page, 'créée')).toBe(1);
  expect(await total(page, 'ignorée')).toBe(2);
  expect(await total(page, 'en échec')).toBe(0);
  expect(api.ledger.of('createLine')).toHaveLength(1);
});

test('an announcement that was lost is corrected later', async ({ office }) => {
  const { page, colleague } = office;
  const cartId = await pausedBatch(office);
  const isAnnouncement = (url: URL) => url.pathname === '/gw/open-batches';
  await page.context().route(isAnnouncement, (route) => route.abort());
  await goOn(page).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  await page.context().unroute(isAnnouncement);
  await colleague.goto(`/carts/${cartId}`);
  await expect(unfinished(colleague)).toBeVisible();

  const corrected = page.waitForResponse('**/gw/open-batches');
  await page.getByRole('link', { name: 'Ouvrir le nouveau panier' }).click();
  await corrected;
  await colleague.reload();
  await expect(colleague.getByRole('row')).toHaveCount(4);
  await expect(unfinished(colleague)).toHaveCount(0);
});

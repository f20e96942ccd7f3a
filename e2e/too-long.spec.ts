import type { Page, Route } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './fixtures';
import { field, fillLine, waitFor } from './steps';

/* A write that is too long for the gateway, for a proxy before it, or for the API. */

const PAGE = '<!doctype html><h1>413 Request Entity Too Large</h1>';
const LONG = 'à'.repeat(150 * 1024);

const words = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();

async function fillNewLine(page: Page, note: string): Promise<void> {
  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-NEW' },
    { label: 'Note', value: note },
  ]);
}

test.beforeEach(({ expectComplaint }) => {
  expectComplaint(/Failed to load resource|preload/);
});

test.afterEach(async ({ page }) => {
  await expect(page.locator('body')).not.toContainText(/L'API a échoué|illisible/);
});

test('a line too long to save says by how much', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill(LONG);
  await save(page);
  const notice = words(page, "Rien n'a été envoyé : la saisie dépasse de 45 ko les 256 ko");
  await expect(notice).toContainText('Le champ le plus long est « Note »');
  await expect(field(page, 'Note')).toHaveValue(LONG);
  expect(api.ledger.of('updateLine')).toEqual([]);

  await field(page, 'Note').fill('à');
  await save(page);
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
});

test('the sandbox says by how much too', async ({ page }) => {
  await page.goto('/lines?state=created');
  await page.getByRole('link', { name: /PO_DC/ }).first().click();
  const note = field(page, 'Note');
  const before = await note.inputValue();
  await note.fill(LONG);
  await save(page);
  await expect(words(page, 'dépasse de 45 ko')).toContainText('« Note »');
  await note.fill(before);
});

test('a new line too long says by how much', async ({ page, api }) => {
  const { cartId } = api.given(aCart());
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillNewLine(page, LONG);
  await save(page);
  await expect(words(page, "Rien n'a été envoyé : la saisie dépasse de 45 ko")).toContainText('« Note »');
  expect(api.ledger.of('createLine')).toEqual([]);
});

const ACTS = [
  {
    what: 'a line',
    operation: 'updateLine',
    url: /product_order_item\/[^/]+\/?$/,
    longest: 'Prénom (Contact sur site)',
    fill: async (page: Page, { lineId }: Ids) => {
      await page.goto(`/lines/${lineId}`);
      await field(page, 'Prénom', 'Contact sur site').fill('à'.repeat(2000));
    },
    send: save,
  },
  {
    what: 'a new line',
    operation: 'createLine',
    url: /product_order_item\/?$/,
    longest: 'Note',
    fill: async (page: Page, { cartId }: Ids) => {
      await page.goto(`/carts/${cartId}/lines/new`);
      await fillNewLine(page, 'à'.repeat(2000));
    },
    send: save,
  },
  {
    what: 'a cart',
    operation: 'updateCart',
    url: /product_order\/[^/]+\/?$/,
    longest: 'Projet',
    fill: async (page: Page, { cartId }: Ids) => {
      await page.goto(`/carts/${cartId}`);
      await field(page, 'Projet').fill('P'.repeat(200));
    },
    send: save,
  },
  {
    what: 'a new cart',
    operation: 'createCart',
    url: /product_order\/?$/,
    longest: 'Projet',
    fill: async (page: Page) => {
      await page.goto('/carts#new');
      await page.getByRole('dialog').getByLabel('Projet').fill('P'.repeat(200));
    },
    send: (page: Page) => page.getByRole('button', { name: 'Créer le panier' }).click(),
  },
] as const;

interface Ids {
  readonly cartId: string;
  readonly lineId: string;
}

for (const { what, operation, url, longest, fill, send } of ACTS) {
  test(`${what} too long for a proxy names the field`, async ({ page, context, api }) => {
    const ids = api.given(aCart({ lines: [aLine()] }));
    await fill(page, ids);
    await context.route(url, async (route: Route) => {
      if (route.request().method() === 'GET') return route.fallback();
      return route.fulfill({ status: 413, contentType: 'text/html', body: PAGE });
    });
    await send(page);
    const notice = words(page, "bloquée en chemin et rien n'a été envoyé");
    await expect(notice).toContainText(/La saisie pèse [1-9]\d* ko/);
    await expect(notice).toContainText(`Le champ le plus long est « ${longest} »`);
    expect(api.ledger.of(operation)).toEqual([]);
  });

  test(`${what} too long for the API names the field`, async ({ page, api }) => {
    const ids = api.given(aCart({ lines: [aLine()] }));
    await fill(page, ids);
    api.faults.next({ operation }, { answer: { status: 413, body: { detail: 'Too large' } } });
    await send(page);
    const notice = words(page, 'La saisie est trop longue');
    await expect(notice).toContainText(`« ${longest} »`);
    await expect(notice).not.toContainText("Rien n'a été envoyé");
  });

  test(`${what} too long before the API ends true`, async ({ page, api }) => {
    const ids = api.given(aCart({ lines: [aLine()] }));
    await page.clock.install();
    await fill(page, ids);
    api.faults.next({ operation }, { answer: { status: 413, body: PAGE } });
    await send(page);
    const notice = words(page, 'La saisie est trop longue');
    await waitFor(page, notice);
    await expect(notice).toContainText(`« ${longest} »`);
  });
}

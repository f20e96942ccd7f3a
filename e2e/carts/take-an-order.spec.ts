import type { Page } from '@playwright/test';
import {
  ADD_SECOND_CONTACT,
  SENT_LINE,
  TYPED_DELIVERY,
  TYPED_LINE,
  TYPED_SECOND_CONTACT,
} from '~e2e/document-line';
import { expect, test } from '~e2e/fixtures';
import { field, fillLine, outcome, placeOrder, row, tabTo, waitFor } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';

/** The browser's and the API's: a draft that looks expired would not be called ready. */
const NOW = new Date('2026-03-02T09:00:00Z');

test.use({ apiOptions: { now: NOW } });

test("the document's example is ordered by mouse", async ({ page, api }) => {
  await page.clock.install({ time: NOW });
  await page.goto('/carts');
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByLabel('Votre référence').fill('12345');
  await page.getByRole('button', { name: 'Créer le panier' }).click();
  await expect(page.getByRole('heading', { name: 'Panier 12345' })).toBeVisible();

  await page.getByRole('link', { name: 'Ajouter une ligne' }).first().click();
  await fillLine(page, TYPED_LINE);
  await page.getByRole('button', { name: ADD_SECOND_CONTACT }).click();
  await fillLine(page, [...TYPED_SECOND_CONTACT, ...TYPED_DELIVERY]);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Covage – john Doe' })).toBeVisible();
  await expect(page.getByText('Prête à confirmer')).toBeVisible();

  await page.getByRole('link', { name: 'Vers le panier' }).click();
  await placeOrder(page);
  await expectAcknowledged(page, api);
  expectSent(api);
});

test("the document's example is ordered by keyboard", async ({ page, api }) => {
  test.slow();
  await page.clock.install({ time: NOW });
  const press = async (name: string, role: 'button' | 'link' = 'button') => {
    await tabTo(page, page.getByRole(role, { name, exact: true }).first());
    await page.keyboard.press('Enter');
  };
  const type = async (entries: typeof TYPED_LINE) => {
    for (const { label, value, group } of entries) {
      const input = field(page, label, group);
      // Several options are typed one after the other into the same field.
      if (!(await input.evaluate((element) => element === document.activeElement))) await tabTo(page, input);
      await page.keyboard.type(label.startsWith('Date') ? dayAsTyped(value) : value);
      if (label === 'Options') await page.keyboard.press('Enter');
    }
  };

  await page.goto('/carts');
  await press('Nouveau panier');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, page.getByRole('dialog').getByLabel('Votre référence'));
  await page.keyboard.type('12345');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Panier 12345' })).toBeVisible();

  await press('Ajouter une ligne', 'link');
  await expect(page.getByRole('heading', { name: 'Nouvelle ligne' })).toBeVisible();
  await type(TYPED_LINE);
  await press(ADD_SECOND_CONTACT);
  await type([...TYPED_SECOND_CONTACT, ...TYPED_DELIVERY]);
  await press('Enregistrer');
  await expect(page.getByText('Prête à confirmer')).toBeVisible();

  await press('Vers le panier', 'link');
  await press('Confirmer le panier', 'link');
  await press('Passer la commande');
  await expectAcknowledged(page, api);
  expectSent(api);
});

/** A date field takes day, month and year one after the other, in the order of the browser's own language. */
function dayAsTyped(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${month}${day}${year}`;
}

async function expectAcknowledged(page: Page, api: MockApi): Promise<void> {
  await expect(outcome(page)).toContainText('0 sur 1 décidées');
  await expect(row(page, 'Covage – john Doe')).toContainText('En cours');
  api.clock.advance(10_000);
  await waitFor(page, row(page, 'Covage – john Doe').getByText('Prise en compte'));
  await expect(outcome(page)).toContainText('La commande a été créée.');
  await expect(page.getByRole('main')).toContainText('Terminé');
}

function expectSent({ ledger }: MockApi): void {
  expect(ledger.of('createCart').map(({ body }) => body)).toEqual([{ external_id: '12345', project_id: '' }]);
  expect(ledger.of('createLine').map(({ body }) => body)).toEqual([SENT_LINE]);
  expect(ledger.of('updateLine')).toEqual([]);
  expect(ledger.of('confirmCart').map(({ body }) => body)).toEqual([undefined]);
}

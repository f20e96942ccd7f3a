import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { keptRecords, outcome, placeOrder, row, waitFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { rejected } from '~/mock-api/operations/outcomes';

/** The browser's and the API's. */
const NOW = new Date('2026-03-02T09:00:00Z');
test.use({ apiOptions: { now: NOW } });

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: NOW });
});

const THREE = ['Siège', 'Agence', 'Dépôt'].map((name) =>
  aLine({ customer_order_name: name, external_id: name }),
);
const underWay = (page: Page) => page.getByRole('button', { name: /paniers? (en cours|décidé)/ });

test('the outcome is announced and shown in the title', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: THREE }));
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  await expect(outcome(page).getByRole('status').first()).toHaveText(/0 sur 3 décidées/);
  await expect(outcome(page).getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  await expect(outcome(page)).toContainText(/Dernière lecture à \d\d:\d\d:\d\d/);
  await expect(page).toHaveTitle(/^Panier CDE-7/);

  api.clock.advance(20_000);
  await waitFor(page, outcome(page).getByText('Les 3 commandes ont été créées.'));
  await expect(outcome(page).getByRole('status').first()).toHaveText('Les 3 commandes ont été créées.');
  await expect(page).toHaveTitle(/^✓ 3\/3 – Panier CDE-7/);
  await page.getByRole('link', { name: 'Paniers' }).click();
  await expect(page).toHaveTitle(/^Paniers/);
});

test('a cart under way is followed from any page', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: THREE }));
  api.outcome('Agence', rejected('UNKNOWN_ENNI', 'enni', 'AZ001234'));
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  await page.getByRole('link', { name: 'Lignes de commande' }).click();
  await expect(underWay(page)).toHaveText('1 panier en cours');
  await underWay(page).press('Enter');
  const list = page.getByRole('region', { name: 'Paniers en cours' });
  await expect(list).toContainText('Panier CDE-7');
  await expect(list).toContainText('0 sur 3 décidées');

  await expect(row(page, 'Agence')).toContainText('En cours');
  api.clock.advance(20_000);
  await waitFor(page, page.getByText('1 panier décidé'));
  // The list behind it does not go on saying otherwise.
  await expect(row(page, 'Agence')).toContainText('Rejetée');
  await expect(page.getByRole('status').filter({ hasText: 'Panier CDE-7' })).toHaveText(
    'Panier CDE-7 : 2 commandes créées, 1 ligne rejetée.',
  );
  await expect(page).toHaveTitle(/^! 2\/3 – Lignes de commande/);
  await list.getByRole('link', { name: 'Panier CDE-7' }).press('Enter');
  await expect(outcome(page)).toContainText('2 commandes créées, 1 ligne rejetée.');
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await expect(underWay(page)).toHaveCount(0);
  await expect(page).toHaveTitle(/^Paniers/);
});

test('following survives a reload and stores no order', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: THREE }));
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  await page.goto('/lines');
  await expect(underWay(page)).toHaveText('1 panier en cours');
  const everything = await page.evaluate(() => JSON.stringify(localStorage));
  expect(everything).not.toContain('Kerbrat');
  expect(await keptRecords(page, 'orders')).toBe(1);

  await underWay(page).click();
  await page.getByRole('button', { name: 'Ne plus suivre Panier CDE-7' }).click();
  await expect(underWay(page)).toHaveCount(0);
});

test('a hidden page reads nothing', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: THREE }));
  let unanswered = 0;
  page.on('request', () => (unanswered += 1));
  page.on('requestfinished', () => (unanswered -= 1));
  page.on('requestfailed', () => (unanswered -= 1));
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  await see(page, false);
  // A reading that left before is counted with the others.
  await expect.poll(() => unanswered).toBe(0);
  const asked = api.ledger.of('readCart').length;
  await page.clock.runFor(120_000);
  expect(api.ledger.of('readCart')).toHaveLength(asked);
  api.clock.advance(20_000);
  await see(page, true);
  await expect(outcome(page)).toContainText('Les 3 commandes ont été créées.');
});

/** The tab is hidden or shown, as the browser tells the page. */
async function see(page: Page, visible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
      Object.defineProperty(document, 'hidden', { configurable: true, value: state === 'hidden' });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    visible ? 'visible' : 'hidden',
  );
}

test('a notification tells the outcome after a click', async ({ page, api }) => {
  await page.addInitScript(() => {
    const tell = (what: string) => {
      const { dataset } = document.documentElement;
      dataset['shown'] = `${dataset['shown'] ?? ''}${what}. `;
    };
    let permission = 'default';
    class FakeNotification extends EventTarget {
      static get permission() {
        return permission;
      }
      static async requestPermission() {
        tell('asked');
        permission = 'granted';
        return permission;
      }
      constructor(title: string) {
        super();
        tell(title);
      }
      close() {}
    }
    Object.defineProperty(globalThis, 'Notification', { value: FakeNotification });
  });
  const shown = () => page.evaluate(() => document.documentElement.dataset['shown'] ?? '');
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: THREE }));
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  expect(await shown()).toBe('');
  await page.getByRole('button', { name: "Me prévenir quand c'est décidé" }).click();
  await expect(outcome(page)).toContainText('Ce navigateur vous préviendra');
  expect(await shown()).toBe('asked. ');

  await page.getByRole('link', { name: 'Lignes de commande' }).click();
  await expect(underWay(page)).toBeVisible();
  await see(page, false);
  api.clock.advance(20_000);
  await waitFor(page, page.getByText('1 panier décidé'));
  expect(await shown()).toBe('asked. Panier CDE-7\u00A0: Les 3 commandes ont été créées.. ');
});

test('a late cancellation shows without a reload', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-7', lines: [aLine({ customer_order_name: 'CANCEL' })] }),
  );
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  api.clock.advance(4_000);
  await waitFor(page, outcome(page).getByText('La commande a été créée.'));
  api.clock.advance(10_000);
  await waitFor(page, outcome(page).getByText('1 ligne annulée après la confirmation.'));
  await expect(row(page, 'CANCEL')).toContainText('Annulée');
});

test('the counts show every line once', async ({ page, api }) => {
  const names = ['BON', 'HOLD', 'STAY', 'ODD', 'REJECT'];
  const { cartId } = api.given(
    aCart({
      external_id: 'CDE-9',
      lines: names.map((customer_order_name) => aLine({ customer_order_name })),
    }),
  );
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  api.clock.advance(20_000);
  await waitFor(page, outcome(page).getByRole('button', { name: /Nouveau panier/ }));
  await expect(
    outcome(page).getByRole('list', { name: 'Lignes par résultat' }).getByRole('listitem'),
  ).toHaveText([
    'En cours 1',
    'Prise en compte 1',
    'En attente de validation ADV 1',
    'Rejetée 1',
    'technical_error 1',
  ]);
  await expect(outcome(page)).toContainText("L'opérateur n'accepte pas ce SIRET.");
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, outcome, waitFor } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

const LINES = [aLine({ customer_order_name: 'Siège' }), aLine({ customer_order_name: 'Agence' })];

const place = (page: Page): Locator => page.getByRole('button', { name: 'Passer la commande' });

async function openCheckPage(page: Page, api: MockApi, lines = LINES) {
  const ids = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`/carts/${ids.cartId}/confirm`);
  return ids;
}

test('the check page shows every line in full', async ({ page, api }) => {
  await openCheckPage(page, api);
  await expect(page.getByText(/2 lignes seront commandées .* est définitif/)).toBeVisible();
  for (const name of ['Siège', 'Agence']) {
    const line = page.getByRole('region', { name });
    await expect(line).toContainText('AZ001234');
    await expect(line).toContainText('maelle.kerbrat@kerbrat.example.fr');
  }
  expect(api.ledger.of('confirmCart')).toEqual([]);
});

test('each issue leads to its field', async ({ page, api }) => {
  await openCheckPage(page, api, [
    aLine({ customer_order_name: 'Siège', enni: '' }),
    aLine({ customer_order_name: 'Agence', contact: { contact1_email_address: '' } }),
  ]);
  await expect(place(page)).toBeDisabled();
  await expect(page.getByRole('main')).toContainText('2 lignes à compléter');

  await page.getByRole('link', { name: 'E-mail (Contact sur site)' }).click();
  await expect(field(page, 'E-mail', 'Contact sur site')).toBeFocused();
  await page.goBack();
  await page.getByRole('link', { name: 'Porte ENNI' }).click();
  await expect(field(page, 'Porte ENNI')).toBeFocused();
});

test('a double click places the order once', async ({ page, api }) => {
  const confirmation = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
  await openCheckPage(page, api);
  await place(page).dblclick();
  await confirmation.met;
  confirmation.release();
  await expect(outcome(page)).toBeVisible();
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

test('an order that did not leave is not called refused', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_REFUSED/);
  await openCheckPage(page, api);
  await expect(place(page)).toBeEnabled();
  await page.route('**/confirm-tickets', (route) => route.abort('connectionrefused'));
  await place(page).click();
  await expect(page.getByRole('alert')).toContainText("La commande n'est pas partie. Rien n'a été commandé.");
  expect(api.ledger.of('confirmCart')).toEqual([]);
});

for (const { name, fault, complaint } of [
  { name: 'a cut connection', fault: { cut: 'after' }, complaint: /ERR_CONNECTION_RESET/ },
  { name: 'a proxy timeout', fault: { answerAfter: { status: 504, body: '' } }, complaint: /504/ },
] as const) {
  test(`after ${name} the page finds the placed order`, async ({ page, api, expectComplaint }) => {
    expectComplaint(complaint);
    await page.clock.install();
    const { cartId } = await openCheckPage(page, api);
    await expect(place(page)).toBeEnabled();
    const confirmation = api.faults.next({ operation: 'confirmCart' }, fault);
    await place(page).click();
    await confirmation.met;
    const reading = api.faults.next({ operation: 'readCart' }, { hold: 'before' });
    await expect(page.getByRole('alert')).toContainText(
      'Nous ne savons pas encore si la commande a été passée',
    );
    await expect(place(page)).toBeHidden();
    await expect(page.getByRole('main')).not.toContainText(/refusé|échoué|impossible/);
    await reading.met;
    reading.release();
    await waitFor(page, outcome(page));
    await expect(page).toHaveURL(new RegExp(`/carts/${cartId}$`));
    expect(api.ledger.of('confirmCart')).toHaveLength(1);
  });
}

test('an order that was not placed waits before another try', async ({
  page,
  api,
  gatewayClock,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  await page.clock.install();
  await openCheckPage(page, api);
  api.faults.next({ operation: 'confirmCart' }, { cut: 'before' });
  await place(page).click();
  await expect(page.getByRole('alert')).toContainText('Nous ne savons pas encore');
  const now = () => page.evaluate(() => Date.now());
  const asked = await now();
  await waitFor(page, page.getByText("la commande n'a pas été passée"));
  expect((await now()) - asked).toBeGreaterThanOrEqual(150_000);
  await expect(place(page)).toBeHidden();
  gatewayClock.advance(150_000);
  await page.getByRole('button', { name: 'Vérifier à nouveau le panier' }).click();
  await place(page).click();
  await expect(outcome(page)).toBeVisible();
  expect(api.ledger.of('confirmCart')).toHaveLength(2);
});

test('an order in doubt is not offered again anywhere', async ({ page, api, context, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { cartId } = await openCheckPage(page, api);
  api.faults.next({ operation: 'confirmCart' }, { cut: 'before' });
  await place(page).press('Enter');
  const checking = page.getByRole('alert').filter({ hasText: 'Nous ne savons pas encore' });
  await expect(checking).toBeVisible();
  // The button is gone, and the keyboard goes on from where it was.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Retour au panier' })).toBeFocused();

  await page.reload();
  await expect(checking).toBeVisible();
  await expect(place(page)).toBeHidden();
  await page.getByRole('link', { name: 'Retour au panier' }).click();
  await expect(checking).toBeVisible();
  await expect(page.getByRole('link', { name: 'Confirmer le panier' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toHaveCount(0);

  const tab = await context.newPage();
  await tab.goto(`/carts/${cartId}/confirm`);
  await expect(tab.getByText('Nous ne savons pas encore')).toBeVisible();
  await expect(place(tab)).toHaveCount(0);
  await tab.getByRole('link', { name: 'Voir ce qui a été envoyé' }).click();
  await expect(tab.getByText(/^Envoyé le .*\. Nous ne savons pas encore/)).toBeVisible();
  await expect(tab.getByRole('region', { name: /^Ligne 2 sur 2 · .*Agence/ })).toContainText('AZ001234');
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

test('a refused confirmation leads to each refused field', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  const { cartId } = await openCheckPage(page, api);
  api.faults.next(
    { operation: 'confirmCart' },
    { answer: { status: 400, body: { product_order_item: [{}, { enni: ['Unknown ENNI.'] }] } } },
  );
  await place(page).click();
  await expect(page.getByRole('alert')).toContainText("Rien n'a été commandé");
  const refused = page.getByRole('listitem').filter({ hasText: 'Agence' });
  await expect(refused).toContainText('Unknown ENNI.');
  await expect(page.getByRole('listitem').filter({ hasText: 'Siège' })).toHaveCount(0);
  expect(api.store.cart(cartId).state).toBe('created');

  await refused.getByRole('link', { name: 'Porte ENNI' }).click();
  await expect(field(page, 'Porte ENNI')).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Agence');
});

test('a conflict without proof is checked and found placed', async ({ page, api, expectComplaint }) => {
  expectComplaint(/409/);
  await openCheckPage(page, api);
  await expect(place(page)).toBeEnabled();
  // The API has placed the order, and calls a copy of the request a conflict.
  const confirmation = api.faults.next(
    { operation: 'confirmCart' },
    { answerAfter: { status: 409, body: { detail: 'Conflict.' } } },
  );
  const reading = api.faults.next({ operation: 'readCart', times: 2 }, { hold: 'before' });
  reading.release();
  await place(page).click();
  await confirmation.met;
  await expect(outcome(page)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText("Rien n'a été commandé");
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

test('an order that a colleague placed is not placed again', async ({ page, api, expectComplaint }) => {
  expectComplaint(/409/);
  const { cartId } = await openCheckPage(page, api);
  await expect(place(page)).toBeEnabled();
  await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }));
  await place(page).click();
  await expect(outcome(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/carts/${cartId}$`));
});

import { expect, test } from '~e2e/fixtures';
import { fact, outcome, placeOrder, row, waitFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { rejected } from '~/mock-api/operations/outcomes';

test.use({ apiOptions: { now: new Date('2026-03-02T09:00:00Z') } });

const GOOD = aLine({ customer_order_name: 'Siège' });
const BAD = aLine({ customer_order_name: 'Agence', external_id: 'AGENCE' });

test('a rejected line leads to the named field', async ({ page, api }) => {
  const { cartId, lineIds } = api.given(aCart({ external_id: 'CDE-7', lines: [GOOD, BAD] }));
  api.outcome('AGENCE', rejected('INVALID_SIRET', 'related_contact_information[0].siret', '73282932000074'));
  await page.clock.install();
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);

  await expect(outcome(page)).toContainText('0 sur 2 décidées');
  api.clock.advance(20_000);
  await waitFor(page, outcome(page).getByText('1 commande créée, 1 ligne rejetée.'));
  await expect(page.getByRole('main').getByText('Partiel', { exact: true }).first()).toBeVisible();
  await expect(row(page, 'Siège')).toContainText('Prise en compte');
  await expect(row(page, 'Agence')).toContainText('Rejetée');

  await outcome(page).getByRole('link', { name: 'SIRET' }).click();
  await expect(page).toHaveURL(new RegExp(`/lines/${lineIds[1]}#`));
  await expect(fact(page, 'SIRET')).toBeFocused();
  await expect(fact(page, 'SIRET')).toContainText('Valeur rejetée : INVALID_SIRET (73282932000074)');
  await expect(fact(page, 'Code postal')).not.toContainText('Valeur rejetée');
});

test('a rejected cart says that nothing was ordered', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-8', lines: [BAD] }));
  api.outcome('AGENCE', rejected('UNKNOWN_ENNI', 'enni', 'AZ001234'));
  await page.clock.install();
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  api.clock.advance(20_000);
  await waitFor(page, outcome(page).getByText("Aucune commande n'a été créée."));
  await expect(page.getByRole('main').getByText('Rejeté', { exact: true }).first()).toBeVisible();

  await outcome(page).getByRole('link', { name: 'Porte ENNI' }).click();
  await expect(fact(page, 'Porte ENNI')).toBeFocused();
  await expect(fact(page, 'Porte ENNI')).toContainText('UNKNOWN_ENNI');
});

test('a rejection without a known field is shown', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({
      lines: [
        aLine({
          state: 'rejected_creation',
          termination_error: [{ code: 'E-4711', property_path: 'delivery.window', value: 'never' }],
        }),
      ],
    }),
  );
  await page.goto(`/lines/${lineId}`);
  const why = page.getByRole('main');
  await expect(why).toContainText('E-4711');
  await expect(why).toContainText('delivery.window');
  await expect(why).toContainText('never');
});

test('held, waiting and unknown lines are told apart', async ({ page, api }) => {
  const lines = ['HOLD', 'STAY', 'ODD'].map((customer_order_name) => aLine({ customer_order_name }));
  const { cartId } = api.given(aCart({ external_id: 'CDE-9', lines }));
  await page.clock.install();
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  api.clock.advance(20_000);
  await waitFor(page, row(page, 'HOLD').getByText('En attente de validation ADV'));
  await expect(row(page, 'STAY')).toContainText('En cours');
  await expect(row(page, 'ODD')).toContainText('technical_error');
  await expect(outcome(page)).toContainText("1 ligne en attente : l'opérateur valide à la main.");
  await expect(outcome(page)).toContainText("L'opérateur peut laisser une ligne dans cet état.");
});

test('a settled cart is not read again', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-10', state: 'completed', lines: [aLine({ state: 'acknowledged' })] }),
  );
  await page.clock.install();
  await page.goto(`/carts/${cartId}`);
  await expect(outcome(page)).toContainText('La commande a été créée.');
  const asked = api.ledger.of('readCart').length;
  await page.clock.runFor(120_000);
  await expect(outcome(page)).toContainText('La commande a été créée.');
  expect(api.ledger.of('readCart')).toHaveLength(asked);
});

test('a cart that settles during a reading shows its lines', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-11', lines: [aLine({ state: 'in_progress', external_id: 'SIEGE' })] }),
  );
  api.outcome('SIEGE', { state: 'acknowledged', after: 1_000 });
  const row = api.faults.next({ operation: 'listCarts' }, { hold: 'before' });
  await page.goto(`/carts/${cartId}`);
  await row.met;
  api.clock.advance(2_000);
  row.release();
  await expect(outcome(page)).toContainText('La commande a été créée.');
  await expect(page.getByRole('row').last()).toContainText('Prise en compte');
});

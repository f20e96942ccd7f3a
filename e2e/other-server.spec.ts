import {
  SENT_LINE,
  ADD_SECOND_CONTACT,
  TYPED_DELIVERY,
  TYPED_LINE,
  TYPED_SECOND_CONTACT,
} from './document-line';
import { expect, test as base } from './fixtures';
import { openOtherDesk, type OtherDesk } from './other-server';
import { createLine, field, fillLine, outcome, placeOrder, row, saveLine } from './steps';
import type { MockApiOptions } from '~/mock-api/create-mock-api';
import { OTHER_DIALECT } from '~/mock-api/http/dialects';
import { aCart, aLine } from '~/mock-api/store/given';

const test = base.extend<{ dialect: NonNullable<MockApiOptions['dialect']>; desk: OtherDesk }>({
  dialect: [{ ...OTHER_DIALECT, cartDetail: 'promised' }, { option: true }],
  desk: async ({ dialect }, provide) => {
    const desk = await openOtherDesk({ dialect });
    await provide(desk);
    await desk.close();
  },
});

test("the document's example line passes on a different server", async ({ page, desk }) => {
  const { api, origin } = desk;
  api.outcome('6789', { state: 'held_adv_validation', after: 0 });
  await page.goto(`${origin}/carts`);
  await expect(page.getByRole('heading', { name: 'Aucun panier' })).toBeVisible();
  await expect(page.getByText('Bac à sable')).toHaveCount(0);
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByLabel('Votre référence').fill('12345');
  await page.getByRole('button', { name: 'Créer le panier' }).click();

  await page.getByRole('link', { name: 'Ajouter une ligne' }).first().click();
  await fillLine(page, TYPED_LINE);
  await page.getByRole('button', { name: ADD_SECOND_CONTACT }).click();
  await fillLine(page, [...TYPED_SECOND_CONTACT, ...TYPED_DELIVERY]);
  await createLine(page);
  await expect(page.getByText('Prête à confirmer')).toBeVisible();
  await expect(field(page, 'VLAN')).toHaveValue('1257');
  await expect(field(page, 'Numéro réseau du CPE')).toHaveValue('NET-123456');
  expect(api.ledger.last('createLine').body).toEqual(SENT_LINE);

  await page.getByRole('link', { name: 'Vers le panier' }).click();
  await placeOrder(page);
  // This server has its own state for a held line.
  await expect(row(page, 'Covage – john Doe')).toContainText('technical_error');
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

test('errors of another shape stand at their fields', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/422/);
  const { api, origin } = desk;
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ option_ids: ['7021'] })] }));
  api.faults.next(
    { operation: 'createLine' },
    {
      answer: {
        status: 422,
        body: {
          type: 'about:blank',
          title: 'Invalid order line',
          errors: [
            { pointer: '/vlan_reference', detail: 'This VLAN is taken.' },
            { pointer: '/related_contact_information/0/siret', detail: 'This company has closed.' },
          ],
        },
      },
    },
  );
  await page.goto(`${origin}/carts/${cartId}/lines/new`);
  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-1' },
    { label: 'VLAN', value: '1257' },
  ]);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(field(page, 'VLAN')).toHaveAccessibleDescription(/This VLAN is taken\./);
  await expect(field(page, 'SIRET')).toHaveAccessibleDescription(/This company has closed\./);
  await expect(field(page, 'VLAN')).toHaveValue('1257');
});

test.describe('on a server with bare lists and empty confirmations', () => {
  test.use({ dialect: { list: 'bare', confirmAnswer: 'nothing', vlan: 'text', errors: 'problem' } });

  test('an order is placed', async ({ page, desk }) => {
    const { api, origin } = desk;
    const { cartId } = api.given(
      aCart({ external_id: 'CDE-1', lines: [aLine({ external_id: 'SIEGE', customer_order_name: 'Siège' })] }),
    );
    api.outcome('SIEGE', { state: 'acknowledged', after: 0 });
    await page.goto(`${origin}/lines`);
    await expect(row(page, 'Siège')).toBeVisible();
    await page.goto(`${origin}/carts/${cartId}`);
    await placeOrder(page);
    await expect(outcome(page)).toContainText('La commande a été créée.');
    await expect(row(page, 'Siège')).toContainText('Prise en compte');
    expect(api.ledger.of('confirmCart')).toHaveLength(1);
  });
});

test.describe("on a server that reads only the examples' spelling", () => {
  test.use({ dialect: { spelling: 'examples', reads: 'own-spelling' } });

  test('the CPE number of a new and saved line sticks', async ({ page, desk }) => {
    const { api, origin } = desk;
    const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
    await page.goto(`${origin}/carts/${cartId}/lines/new`);
    await fillLine(page, [
      { label: 'Offre', value: '2173' },
      { label: "Élément d'éligibilité", value: 'ELIG-1' },
      { label: 'Options', value: '7021' },
      { label: 'Numéro réseau du CPE', value: 'NET-1' },
    ]);
    await createLine(page);
    await expect(field(page, 'Numéro réseau du CPE')).toHaveValue('NET-1');
    await field(page, 'Numéro réseau du CPE').fill('NET-2');
    await saveLine(page);
    expect(api.store.lines().map(({ content }) => content.values.cpe_networking_number)).toEqual(['NET-2']);
  });
});

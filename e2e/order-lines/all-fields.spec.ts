import { CREATE_LINE_REQUEST } from '~/contract/samples/lines';
import {
  ADD_SECOND_CONTACT,
  SENT_LINE,
  TYPED_DELIVERY,
  TYPED_LINE,
  TYPED_SECOND_CONTACT,
} from '~e2e/document-line';
import { expect, test } from '~e2e/fixtures';
import { field, fillLine, saveLine, type Entry } from '~e2e/steps';
import { EXAMPLES_DIALECT, OTHER_DIALECT } from '~/mock-api/http/dialects';
import { aCart, aLine } from '~/mock-api/store/given';

/*
 * Every field of a line that can be changed is filled, saved and read back, on a server with the spelling of the document's
 * examples and on one with that of its tables.
 */

const CREATION_ONLY = ["Famille d'offres", 'Technologie'];
/** The fields that the document's example leaves empty. */
const MORE: readonly Entry[] = [
  { label: 'Projet', value: 'PRJ-007' },
  { label: 'Mode de livraison', value: 'STANDARD' },
  { label: 'Porte ENNI secondaire', value: 'AZ005678' },
  { label: 'Bâtiment', value: 'Bâtiment É' },
  { label: 'Note', value: ' Élysée 🏢\n0033' },
  { label: 'Note technique', value: '00' },
];
const TYPED = [
  ...TYPED_LINE.filter(({ label }) => !CREATION_ONLY.includes(label)),
  ...TYPED_DELIVERY,
  ...MORE,
];

const {
  offer_family: _,
  offer_technology: __,
  enni,
  cpe_networking_number,
  related_contact_information,
  ...others
} = SENT_LINE;
const [contact] = related_contact_information;

for (const { spelling, dialect, enni2, cpe, vlan } of [
  {
    spelling: 'the examples',
    dialect: EXAMPLES_DIALECT,
    enni2: 'enni2',
    cpe: 'cpe_network_number',
    vlan: 42,
  },
  // This server shows the VLAN as text, and so receives text.
  {
    spelling: 'the tables',
    dialect: OTHER_DIALECT,
    enni2: 'enni_2',
    cpe: 'cpe_networking_number',
    vlan: '42',
  },
]) {
  test.describe(`with the spelling of ${spelling}`, () => {
    test.use({ apiOptions: { dialect } });

    test('every field is sent and read back as typed', async ({ page, api }) => {
      test.slow();
      const bare = {
        end_customer_name: '',
        customer_order_name: '',
        vlan_reference: '',
        enni: '',
        contact: null,
      };
      const { lineId } = api.given(
        aCart({
          lines: [aLine({ ...bare, product_offering_id: 'X', product_offering_qualification_item_id: 'Y' })],
        }),
      );
      await page.goto(`/lines/${lineId}`);
      await fillLine(page, TYPED);
      await page.getByRole('button', { name: ADD_SECOND_CONTACT }).click();
      await fillLine(page, TYPED_SECOND_CONTACT);
      await saveLine(page);
      expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
        {
          ...others,
          enni,
          [enni2]: 'AZ005678',
          [cpe]: cpe_networking_number,
          project_id: 'PRJ-007',
          delivery_mode: 'STANDARD',
          note: ' Élysée 🏢\n0033',
          technical_note: '00',
          related_contact_information: [{ ...contact, building_name: 'Bâtiment É' }],
        },
      ]);
      await expect(page.getByText("L'API a gardé autre chose")).toBeHidden();

      await page.reload();
      const shown = [...TYPED, ...TYPED_SECOND_CONTACT].filter(
        ({ label }) => label !== 'Options' && label !== 'SIRET connu',
      );
      for (const { label, value, group } of shown) await expect(field(page, label, group)).toHaveValue(value);
      await expect(field(page, 'SIRET connu')).toHaveValue('true');
      for (const option of [...CREATE_LINE_REQUEST.option_ids, '7021'])
        await expect(page.getByRole('button', { name: `Retirer l'option ${option}` })).toBeVisible();
    });

    test('changing any one field sends that field alone', async ({ page, api }) => {
      test.slow();
      const { lineId } = api.given(
        aCart({
          lines: [aLine({ option_ids: ['7021'], cpe_networking_number: 'A', cpe_serial_number: 'B' })],
        }),
      );
      await page.goto(`/lines/${lineId}`);
      const changes: readonly (readonly [label: string, value: string, body: object])[] = [
        ['Votre référence', '0012', { external_id: '0012' }],
        ['Projet', '+33', { project_id: '+33' }],
        ['Porte ENNI secondaire', 'AZ9', { [enni2]: 'AZ9' }],
        ['VLAN', '0042', { vlan_reference: vlan }],
        ['VLAN additionnel', '0043', { additional_vlan_reference: '0043' }],
        ['Numéro réseau du CPE', 'NET-2', { [cpe]: 'NET-2' }],
        ['Numéro de série du CPE', '0', { cpe_serial_number: '0' }],
        ['SIRET connu', 'Oui', { siret_known: true }],
        ['Date de livraison souhaitée', '2027-03-01', { scheduled_delivery_date: '2027-03-01' }],
        ['Options', '2210', { option_ids: ['7021', '2210'] }],
        ['Client final', ' Élysée 🏢', { end_customer_name: ' Élysée 🏢' }],
        ['Nom de la commande', '00', { customer_order_name: '00' }],
        ['Code affaire', 'AB-1', { business_code: 'AB-1' }],
        ['Site de facturation', 'AUX99', { billing_site_ref: 'AUX99' }],
        ['Offre', '2174', { product_offering_id: '2174' }],
        ["Élément d'éligibilité", 'E-2', { product_offering_qualification_item_id: 'E-2' }],
        ['Mode de livraison', 'STANDARD', { delivery_mode: 'STANDARD' }],
        ['Porte ENNI', 'AZ000002', { enni: 'AZ000002' }],
        ["Consignes d'accès", 'À gauche', { access_instructions: 'À gauche' }],
        ['Demande spécifique', '+33', { specific_request: '+33' }],
        ['Note', 'Une\ndeux', { note: 'Une\ndeux' }],
        ['Note technique', '0', { technical_note: '0' }],
        // Last, for a quote fixes five of the others.
        ['Ligne de devis', 'Q-1', { quote_item_id: 'Q-1' }],
      ];
      for (const [label, value, body] of changes) {
        await fillLine(page, [{ label, value }]);
        await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
        await expect.poll(() => api.ledger.of('updateLine').at(-1)?.body).toEqual(body);
        await expect(page.getByRole('button', { name: 'Enregistrer', exact: true })).toBeDisabled();
      }
      expect(api.ledger.of('updateLine')).toHaveLength(changes.length);
    });
  });
}

import { expect, test } from '~e2e/fixtures';
import { createLine, field, fillLine, row, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const save = 'Enregistrer';

test('a line is saved with offer and eligibility item', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await page.getByRole('button', { name: save, exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: '2 champs sont nécessaires pour enregistrer' });
  await expect(summary).toBeFocused();
  await summary.getByRole('button', { name: 'Offre' }).press('Enter');
  await expect(field(page, 'Offre')).toBeFocused();
  await expect(field(page, 'Offre')).toHaveAccessibleDescription(/Nécessaire pour enregistrer/);
  await expect(field(page, 'Offre')).toHaveAttribute('aria-invalid', 'true');
  expect(api.ledger.of('createLine')).toEqual([]);

  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-1' },
  ]);
  await createLine(page);
  expect(api.ledger.of('createLine').map(({ body }) => body)).toEqual([
    { product_offering_id: '2173', product_offering_qualification_item_id: 'ELIG-1' },
  ]);
  await expect(page.getByText('11 points à compléter')).toBeVisible();
});

test('the missing count falls and leads to each field', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({ lines: [aLine({ enni: '', contact: { city: '', contact1_phone_number: '' } })] }),
  );
  await page.goto(`/lines/${lineId}`);
  const toComplete = page.getByRole('region', { name: 'À compléter' });
  await expect(toComplete).toContainText('3 points à compléter');
  await toComplete.getByRole('button', { name: /^Téléphone \(Contact sur site\)/ }).click();
  await expect(field(page, 'Téléphone', 'Contact sur site')).toBeFocused();
  await page.keyboard.type('0199001234');
  await expect(toComplete).toContainText('2 points à compléter');
  await fillLine(page, [
    { label: 'Porte ENNI', value: 'AZ001234' },
    { label: 'Commune', value: 'Rouen' },
  ]);
  await expect(toComplete).toContainText('Prête à confirmer');
});

test('changing one field sends that field only', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Sonner deux fois' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'VLAN').fill('2000');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ vlan_reference: 2000 }]);
});

test('changing one contact sends the whole contact block', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Prénom', 'Contact sur site').fill('Anne');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    {
      related_contact_information: [
        {
          end_customer_name: 'Menuiserie Kerbrat',
          siret: '73282932000074',
          contact1_email_address: 'maelle.kerbrat@kerbrat.example.fr',
          contact1_firstname: 'Anne',
          contact1_lastname: 'Kerbrat',
          contact1_phone_number: '0199001234',
          contact2_email_address: '',
          contact2_firstname: '',
          contact2_lastname: '',
          contact2_phone_number: '',
          city: 'Mont-Saint-Aignan',
          postcode: '76130',
          street_name: 'Rue Andreï Sakharov',
          street_number: '4',
          street_number_extension: '',
          insee_code: '76451',
          building_name: '',
          level_number: '',
          latitude: 49.4744077,
          longitude: 1.091455,
        },
      ],
    },
  ]);
});

test('two saves in a row raise no conflict', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Une');
  await saveLine(page);
  await field(page, 'Note').fill('Deux');
  await expect(page.getByText(/^Modifications non enregistrées/)).toBeVisible();
  await saveLine(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'Une' }, { note: 'Deux' }]);
  await expect(field(page, 'Note')).toHaveValue('Deux');
});

test('values that the API changed are named', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Code affaire').fill('ab 12');
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'after' });
  await page.getByRole('button', { name: save, exact: true }).click();
  await write.met;
  api.store.changeLine(lineId, { values: { business_code: 'AB12' } });
  write.release();
  await expect(page.getByText("Code affaire : l'API a gardé AB12 au lieu de ab 12.")).toBeVisible();
  await expect(field(page, 'Code affaire')).toHaveValue('AB12');
});

test('a deleted line leads back to the list', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Garage Moreau' })] }));
  await page.goto('/lines/00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('alert')).toContainText("Cette ligne n'existe plus ou n'est pas à vous");
  await page.getByRole('link', { name: 'Voir les lignes de commande' }).click();
  await expect(row(page, 'Garage Moreau')).toBeVisible();
});

test("a line's reference is copied, or refused in words", async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { lineId } = api.given(
    aCart({ lines: [aLine({ order_reference: 'PO_42', state: 'acknowledged' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  // It stands above the references, and comes after them.
  await expect(page.getByRole('region', { name: 'Historique' })).toBeVisible();
  const copy = page.getByRole('button', { name: 'Copier Référence de commande' });
  await copy.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copié' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('PO_42');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await copy.click();
  await expect(page.getByText('Le navigateur refuse de copier')).toBeVisible();
});

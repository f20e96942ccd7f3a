import { expect, test } from '~e2e/fixtures';
import { createLine, field } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const duplicate = 'Dupliquer la ligne';

test('a duplicated line opens filled and sends nothing', async ({ page, api }) => {
  const line = aLine({
    external_id: 'REF-1',
    scheduled_delivery_date: '2027-01-15',
    option_ids: ['7021', '2210'],
    cpe_networking_number: 'NET-1',
    cpe_serial_number: 'SR-1',
    note: 'Sonner deux fois',
  });
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [line] }));
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const question = page.getByRole('dialog', { name: duplicate });
  await expect(question).toContainText(
    'Non copiés : Votre référence, Date de livraison souhaitée, Numéro réseau du CPE, Numéro de série du CPE',
  );
  await expect(question.getByRole('radio')).toHaveCount(0);
  await question.getByRole('button', { name: 'Dupliquer' }).click();

  await expect(page).toHaveURL(new RegExp(`/carts/${cartId}/lines/new`));
  await expect(page.getByText('Copie de Menuiserie Kerbrat')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Votre référence, Date de livraison souhaitée');
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await expect(field(page, 'Votre référence')).toHaveValue('');
  await expect(field(page, 'Commune')).toHaveValue('Mont-Saint-Aignan');
  // The option came along, its device did not: both numbers are asked for.
  await expect(field(page, 'Numéro de série du CPE')).toHaveAccessibleDescription(
    /Nécessaire avec l'option 7021/,
  );
  expect(api.ledger.of('createLine')).toEqual([]);

  // Reloading changes nothing: the URL says what the line is a copy of.
  await page.reload();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await field(page, 'Votre référence').fill('REF-2');
  await createLine(page);
  const { body } = api.ledger.last('createLine');
  expect(body).toMatchObject({
    external_id: 'REF-2',
    note: 'Sonner deux fois',
    option_ids: ['7021', '2210'],
    enni: 'AZ001234',
    related_contact_information: [{ siret: '73282932000074', city: 'Mont-Saint-Aignan' }],
  });
  for (const name of [
    'id',
    'state',
    'order_reference',
    'scheduled_delivery_date',
    'cpe_serial_number',
    'quote_item_id',
  ])
    expect(body).not.toHaveProperty(name);
  expect(api.store.lines()).toHaveLength(2);
});

test('leaving the quote opens the five fields', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ quote_item_id: 'DV-2042' })] }));
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const question = page.getByRole('dialog', { name: duplicate });
  await expect(question.getByRole('radio', { name: /^Quitter le devis/ })).toBeChecked();
  await expect(question).toContainText('Ligne de devis');
  await question.getByRole('button', { name: 'Dupliquer' }).click();
  await expect(field(page, 'Ligne de devis')).toHaveValue('');
  await expect(field(page, 'Client final')).toBeEditable();
});

test('keeping the quote keeps its five fields locked', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({ lines: [aLine({ quote_item_id: 'DV-2042', business_code: 'AB12' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const question = page.getByRole('dialog', { name: duplicate });
  await question.getByRole('radio', { name: /^Garder le devis/ }).check();
  await question.getByRole('button', { name: 'Dupliquer' }).click();
  for (const label of [
    'Client final',
    'Nom de la commande',
    'Code affaire',
    'Offre',
    "Élément d'éligibilité",
  ]) {
    await expect(field(page, label)).toHaveAccessibleDescription(/Fixé par le devis DV-2042/);
    await expect(field(page, label)).not.toBeEditable();
  }
  await createLine(page);
  expect(api.ledger.last('createLine').body).toMatchObject({
    quote_item_id: 'DV-2042',
    end_customer_name: 'Menuiserie Kerbrat',
    business_code: 'AB12',
    product_offering_id: '2173',
  });
});

test('a confirmed line is duplicated into another draft', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-2' }));
  const { lineId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [aLine({ state: 'rejected_creation' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  await page.getByRole('button', { name: duplicate }).click();
  const question = page.getByRole('dialog', { name: duplicate });
  await expect(question.getByLabel('Dans le panier')).toHaveValue(cartId);
  await question.getByRole('button', { name: 'Dupliquer' }).click();
  await createLine(page);
  expect(api.ledger.last('createLine').path).toContain(cartId);
});

test('a line is duplicated whole from its cart row', async ({ page, api }) => {
  const { cartId, lineId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [aLine({ access_instructions: 'Grande porte' }), aLine()] }),
  );
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('button', { name: 'Dupliquer la ligne Menuiserie Kerbrat' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Dupliquer la ligne' });
  await expect(dialog).toContainText('Non copiés');
  await dialog.getByRole('button', { name: 'Dupliquer', exact: true }).click();
  await expect(page).toHaveURL(`/carts/${cartId}/lines/new?copy=${lineId}`);
  await expect(field(page, "Consignes d'accès")).toHaveValue('Grande porte');
});

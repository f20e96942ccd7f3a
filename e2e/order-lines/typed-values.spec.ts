import { expect, test } from '~e2e/fixtures';
import { field, lastRowsAskedFor, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const ON_SITE = 'Contact sur site';

/** What is typed, what the field shows then, and whether it is doubtful. */
const TYPED: readonly (readonly [label: string, typed: string, plain: string, isDoubtful?: boolean])[] = [
  ['Téléphone', '06/12/34/56/78', '06/12/34/56/78'],
  ['Téléphone', '06,12,34,56,78', '06,12,34,56,78'],
  ['Téléphone', '06–12–34–56–78', '06-12-34-56-78'],
  ['Téléphone', '+33 (0)6 12 34 56 78', '+33 (0)6 12 34 56 78'],
  ['Téléphone', '06 12 34 56 78 (poste 12)', '06 12 34 56 78 (poste 12)', true],
  ['Téléphone', 'tel: 06 12 34 56 78', '06 12 34 56 78'],
  ['Téléphone', '\u202A06 12 34 56 78\u202C', '06 12 34 56 78'],
  ['E-mail', 'mailto:maelle@kerbrat.example.fr', 'maelle@kerbrat.example.fr'],
  ['E-mail', 'Jane Doe <jane@x.fr>', 'jane@x.fr'],
  ['E-mail', 'jane@x.fr.', 'jane@x.fr'],
  ['SIRET', '\u202A73282932000074\u202C', '73282932000074'],
  ['Code postal', '76 130', '76130'],
  ['Code postal', 'F-76130', '76130'],
  ['Code postal', '76.130', '76130'],
  ['Code INSEE', 'INSEE 76451', '76451'],
  ['Longitude', '1.09° O', '-1.09'],
  ['VLAN', '1 257', '1257'],
  ['VLAN', '1257,00', '1257'],
  ['VLAN additionnel', '1258, 1259', '1258, 1259', true],
  ['Porte ENNI', '\u202AAZ001234\u202C', 'AZ001234'],
  ['Offre', '\u202A2173\u202C', '2173'],
];

for (const [label, typed, plain, isDoubtful = false] of TYPED) {
  test(`${label} ${JSON.stringify(typed)} blocks nothing`, async ({ page, api }) => {
    const { lineId } = api.given(aCart({ lines: [aLine()] }));
    await page.goto(`/lines/${lineId}`);
    const input = field(page, label, ['Téléphone', 'E-mail'].includes(label) ? ON_SITE : undefined);
    await input.fill('');
    await input.pressSequentially(typed);
    await input.press('Tab');
    await expect(input).toHaveValue(plain);
    await expect(input).not.toHaveAttribute('aria-invalid', 'true');
    if (isDoubtful) await expect(input).toHaveAccessibleDescription(/À vérifier/);
    await expect(page.getByRole('region', { name: 'À compléter' })).toContainText('Prête à confirmer');
  });
}

test('Enter saves the plain value of the focused field', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ vlan_reference: '1' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Code postal').fill('F-76 000');
  await field(page, 'Code postal').press('Enter');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  expect(api.store.line(lineId).content.values.related_contact_information[0]?.postcode).toBe('76000');
});

test('invisible marks are no part of an option', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ option_ids: [] })] }));
  await page.goto(`/lines/${lineId}`);
  const options = field(page, 'Options');
  await options.fill('\u202A2210\u202C');
  await options.press('Enter');
  await expect(page.getByRole('button', { name: "Retirer l'option 2210" })).toBeVisible();
  await options.fill('\u202A1615\u202C');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ option_ids: ['2210', '1615'] }]);
});

test('a list is searched without invisible marks', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Kerbrat' })] }));
  await page.goto('/lines');
  await page.getByRole('searchbox').fill('\u202AKerbrat\u202C');
  await expect.poll(() => lastRowsAskedFor(api)['search']).toBe('Kerbrat');
  await page.goto(`/lines?end_customer_name=${encodeURIComponent('\u200BKerbrat')}`);
  await expect.poll(() => lastRowsAskedFor(api)['end_customer_name']).toBe('Kerbrat');
});

test('decomposed accents are no change, and sent as typed', async ({ page, api }) => {
  const [composed, decomposed] = ['Élise', 'E\u0301lise'];
  const { lineId } = api.given(aCart({ lines: [aLine({ end_customer_name: composed, note: '' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('x');
  await field(page, 'Client final').fill(decomposed);
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  await field(page, 'Note').fill(decomposed);
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: decomposed }]);
});

test('a reference that the API composes counts as saved', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  const reshape = (body: unknown): unknown => JSON.parse(JSON.stringify(body).normalize());
  for (const operation of ['readCart', 'updateCart'] as const)
    api.faults.next({ operation, times: 9 }, { reshape });
  await page.goto(`/carts/${cartId}`);
  await field(page, 'Projet').fill('E\u0301lise');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Références enregistrées')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Abandonner les modifications' })).toHaveCount(0);
});

test('the palette finds a decomposed name', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Élise Kerbrat' })] }));
  await page.goto('/lines');
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: 'Palette de commandes' }).fill('E\u0301lise');
  await expect.poll(() => api.ledger.of('listLines').map(({ query }) => query['search'])).toContain('Élise');
});

test('a decomposed search finds the composed name', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Élise Kerbrat' })] }));
  await page.goto('/lines');
  await page.getByRole('searchbox').fill('E\u0301lise');
  await expect.poll(() => lastRowsAskedFor(api)['search']).toBe('Élise');
  await expect(page.getByRole('cell', { name: 'Élise Kerbrat' }).first()).toBeVisible();
  await page.goto(`/lines?end_customer_name=${encodeURIComponent('E\u0301lise Kerbrat')}`);
  await expect.poll(() => lastRowsAskedFor(api)['end_customer_name']).toBe('Élise Kerbrat');
});

test('a delivery year has four digits of this century', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ scheduled_delivery_date: '' })] }));
  await page.goto(`/lines/${lineId}`);
  const day = field(page, 'Date de livraison souhaitée');
  await day.focus();
  await page.keyboard.type('01032027');
  await expect(day).not.toHaveValue(/^\d{5}/);
  await day.fill('0027-03-01');
  await day.blur();
  await expect(day).toHaveAttribute('aria-invalid', 'true');
});

for (const [kind, block] of [
  ['words', 'mot '.repeat(25_000)],
  ['one word', 'a'.repeat(100_000)],
  ['a number and one word', `12 ${'a'.repeat(100_000)}`],
] as const)
  test(`100 KB of ${kind} in a site field never hang`, async ({ page, api, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const { lineId } = api.given(aCart({ lines: [aLine()] }));
    await page.goto(`/lines/${lineId}`);
    await field(page, 'Voie').focus();
    await page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await page.keyboard.press('Control+v');
    await field(page, 'Commune').fill('Rouen');
    await expect(page.getByText('Modifications non enregistrées dans 2 champs')).toBeVisible();
  });

import type { Locator } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { createLine, field, fillLine, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';

const LOCKED_BY_A_QUOTE = [
  'Client final',
  'Nom de la commande',
  'Code affaire',
  'Offre',
  "Élément d'éligibilité",
];

/** Types into a field as somebody would who does not believe that it is locked. */
async function typeAnyway(input: Locator): Promise<void> {
  await input.click();
  await input.press('End');
  await input.pressSequentially('XYZ');
}

test('a field locked by a quote says why and cannot be typed in', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({ lines: [aLine({ quote_item_id: 'DV-2042', business_code: 'AB12' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  for (const label of LOCKED_BY_A_QUOTE) {
    const input = field(page, label);
    await expect(input).toHaveAccessibleDescription(/Fixé par le devis DV-2042/);
    const before = await input.inputValue();
    expect(before).not.toBe('');
    await typeAnyway(input);
    await expect(input).toHaveValue(before);
  }
  await field(page, 'Note').fill('Sonner deux fois');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'Sonner deux fois' }]);
});

test('a line without a quote leaves the same five fields open', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  for (const label of LOCKED_BY_A_QUOTE) await expect(field(page, label)).toBeEditable();
});

test('the family and the technology are chosen with a new line and fixed afterwards', async ({
  page,
  api,
}) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-1' },
    { label: "Famille d'offres", value: 'BPE' },
    { label: 'Technologie', value: 'FIBDE' },
  ]);
  await createLine(page);
  for (const label of ["Famille d'offres", 'Technologie']) {
    await expect(field(page, label)).toHaveAccessibleDescription(/Fixé à la création de la ligne/);
    await expect(field(page, label)).not.toBeEditable();
  }
});

test('a DIA line asks for no ENNI, and shows the one that the API computes', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillLine(page, [
    { label: 'Offre', value: '2173' },
    { label: "Élément d'éligibilité", value: 'ELIG-1' },
    { label: 'Porte ENNI', value: 'AZ001234' },
  ]);
  await field(page, "Famille d'offres").fill('DIA');
  const enni = field(page, 'Porte ENNI');
  await expect(enni).toHaveAccessibleDescription(/Calculé par l'API pour DIA/);
  await expect(enni).not.toBeEditable();
  await createLine(page);
  expect(api.ledger.last('createLine').body).not.toHaveProperty('enni');
  const [line] = api.store.lines();
  await expect(enni).toHaveValue(line?.content.values.enni ?? 'no line');
  await expect(enni).not.toHaveValue('AZ001234');
  await expect(page.getByRole('region', { name: 'À compléter' })).not.toContainText('Porte ENNI');
});

test('option 7021 asks for both CPE numbers at once, and a draft can be saved without them', async ({
  page,
  api,
}) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const [network, serial] = [field(page, 'Numéro réseau du CPE'), field(page, 'Numéro de série du CPE')];
  await expect(network).not.toHaveAccessibleDescription(/7021/);
  await fillLine(page, [{ label: 'Options', value: '7021' }]);
  await expect(network).toHaveAccessibleDescription(/Nécessaire avec l'option 7021/);
  await expect(serial).toHaveAccessibleDescription(/Nécessaire avec l'option 7021/);
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({ option_ids: ['7021'] });

  await network.fill('NET-1');
  await serial.fill('SR-1');
  await expect(page.getByText('Prête à confirmer')).toBeVisible();
  await page.getByRole('button', { name: "Retirer l'option 7021" }).click();
  await expect(network).toHaveAccessibleDescription(/Doit être vide sans l'option 7021/);
});

test('a doubtful value is pointed out on leaving the field, and does not stand in the way', async ({
  page,
  api,
}) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { siret: '' } })] }));
  await page.goto(`/lines/${lineId}`);
  const siret = field(page, 'SIRET');
  await siret.pressSequentially('73282932000075');
  await expect(siret).not.toHaveAccessibleDescription(/clé/);
  await siret.press('Tab');
  await expect(siret).toHaveAccessibleDescription(/À vérifier : La clé ne correspond pas/);
  await expect(siret).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Prête à confirmer')).toBeVisible();
});

test('a wrong value blocks confirmation only, with an example', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const postcode = field(page, 'Code postal');
  await postcode.fill('7613');
  await postcode.press('Tab');
  await expect(postcode).toHaveAccessibleDescription(/Cinq chiffres, par exemple 76130/);
  await expect(page.getByText('1 point à compléter')).toBeVisible();
  await saveLine(page);
});

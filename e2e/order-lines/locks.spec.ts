import type { Locator } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { createLine, field, fillLine, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

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

test('a field locked by a quote says why', async ({ page, api }) => {
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
    await expect(page.getByText("Rien n'a changé : ce champ est verrouillé.")).toHaveCount(1);
    await input.press('Tab');
    await expect(page.getByText("Rien n'a changé : ce champ est verrouillé.")).toHaveCount(0);
  }
  await field(page, 'Note').fill('Sonner deux fois');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'Sonner deux fois' }]);
});

test('pasting cannot change a locked field', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ quote_item_id: 'DV-2042' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Garage Moreau');
  await field(page, 'Note').selectText();
  await page.keyboard.press('ControlOrMeta+C');
  const customer = field(page, 'Client final');
  await customer.click();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(customer).toHaveValue('Menuiserie Kerbrat');
  await expect(page.getByText("Rien n'a changé : ce champ est verrouillé.")).toBeVisible();

  // Arriving in a locked field selects what it holds.
  await customer.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+C');
  await field(page, 'Note').fill('');
  await page.keyboard.press('ControlOrMeta+V');
  await expect(field(page, 'Note')).toHaveValue('Menuiserie Kerbrat');
});

test('the quote line names the fields that it locks', async ({ page, api }) => {
  const quote = 'c0b5c9ab-c206-4858-8957-3befa6cbe58a';
  const { lineId } = api.given(aCart({ lines: [aLine({ quote_item_id: quote })] }));
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Ligne de devis')).toHaveValue(quote);
  await expect(field(page, 'Ligne de devis')).toHaveAccessibleDescription(/Client final, Offre/);
  await expect(field(page, 'Client final')).toHaveAccessibleDescription('Fixé par le devis c0b5c9ab…');
  await expect(page.getByText(quote)).toBeHidden();
});

test('without a quote the five fields are open', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  for (const label of LOCKED_BY_A_QUOTE) await expect(field(page, label)).toBeEditable();
});

test('family and technology are fixed after creation', async ({ page, api }) => {
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

test('a DIA line shows the computed ENNI', async ({ page, api }) => {
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

test('option 7021 asks for both CPE numbers', async ({ page, api }) => {
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
});

test('removing option 7021 asks before emptying CPE numbers', async ({ page, api }) => {
  const cpe = { cpe_networking_number: 'NET-1', cpe_serial_number: 'SR-1' };
  const { lineId } = api.given(aCart({ lines: [aLine({ option_ids: ['2210', '7021'], ...cpe })] }));
  await page.goto(`/lines/${lineId}`);
  const [network, serial] = [field(page, 'Numéro réseau du CPE'), field(page, 'Numéro de série du CPE')];
  const question = page.getByRole('dialog', { name: "Retirer l'option 7021 ?" });
  const remove = page.getByRole('button', { name: "Retirer l'option 7021" });

  await remove.click();
  await expect(question).toContainText('NET-1');
  await expect(question).toContainText('SR-1');
  await question.getByRole('button', { name: 'Annuler' }).click();
  await expect(remove).toBeVisible();
  await expect(network).toHaveValue('NET-1');

  await remove.click();
  await question.getByRole('button', { name: 'Retirer et vider' }).click();
  await expect(remove).toBeHidden();
  await expect(network).toHaveValue('');
  await expect(serial).toHaveValue('');
  await expect(field(page, 'Options')).toBeFocused();
  await expect(page.getByText('les numéros du CPE sont vidés')).toBeVisible();
  await page.getByRole('button', { name: 'Rétablir' }).click();
  await expect(remove).toBeVisible();
  await expect(network).toHaveValue('NET-1');
  await expect(serial).toHaveValue('SR-1');
  await expect(page.getByText(/^Modifications non enregistrées/)).toBeHidden();

  // Backspace takes the last option away, and asks as well.
  await field(page, 'Options').press('Backspace');
  await question.getByRole('button', { name: 'Retirer et vider' }).click();
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { option_ids: ['2210'], cpe_network_number: '', cpe_serial_number: '' },
  ]);
});

test('CPE numbers without the option are pointed out', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ cpe_serial_number: 'SR-1' })] }));
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Numéro de série du CPE')).toHaveAccessibleDescription(
    /Doit être vide sans l'option 7021/,
  );
  await expect(page.getByRole('region', { name: 'À compléter' })).toContainText('1 point à corriger');
});

test('recent options are offered again', async ({ page, api }) => {
  const { lineIds } = api.given(aCart({ lines: [aLine(), aLine()] }));
  await page.goto(`/lines/${lineIds[0]}`);
  await expect(page.getByText('Utilisées récemment')).toBeHidden();
  await fillLine(page, [
    { label: 'Options', value: '2210' },
    { label: 'Options', value: '1615' },
  ]);
  await saveLine(page);
  await page.goto(`/lines/${lineIds[1]}`);
  await page.getByRole('button', { name: "Ajouter l'option 2210" }).click();
  await expect(page.getByRole('button', { name: "Ajouter l'option 2210" })).toBeHidden();
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({ option_ids: ['2210'] });
});

test('the typed ENNI returns when DIA is removed', async ({ page, api }) => {
  const { cartId } = api.given(aCart());
  await page.goto(`/carts/${cartId}/lines/new`);
  const enni = field(page, 'Porte ENNI');
  await enni.fill('AZ001234');
  await field(page, "Famille d'offres").fill('DIA');
  await expect(enni).not.toBeEditable();
  await expect(enni).toHaveValue('AZ001234');
  await field(page, "Famille d'offres").fill('BPE');
  await expect(enni).toBeEditable();
  await expect(enni).toHaveValue('AZ001234');
});

test('a known SIRET is asked for', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { siret: '' } })] }));
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'SIRET')).not.toHaveAccessibleDescription(/Nécessaire/);
  await field(page, 'SIRET connu').selectOption('Oui');
  await expect(field(page, 'SIRET')).toHaveAccessibleDescription(/Nécessaire pour confirmer/);
  await expect(page.getByText('1 point à compléter')).toBeVisible();
});

test('a doubtful value is pointed out and blocks nothing', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { siret: '' } })] }));
  await page.goto(`/lines/${lineId}`);
  const siret = field(page, 'SIRET');
  await siret.pressSequentially('73282932000075');
  await expect(siret).not.toHaveAccessibleDescription(/clé/);
  await siret.press('Tab');
  await expect(siret).toHaveAccessibleDescription(/À vérifier\s: La clé ne correspond pas/);
  await expect(siret).not.toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Prête à confirmer')).toBeVisible();
});

test('a wrong value blocks confirmation only', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const postcode = field(page, 'Code postal');
  await postcode.fill('7613');
  await postcode.press('Tab');
  await expect(postcode).toHaveAccessibleDescription(/Cinq chiffres, par exemple 76130/);
  await expect(page.getByText('1 point à corriger')).toBeVisible();
  await saveLine(page);
});

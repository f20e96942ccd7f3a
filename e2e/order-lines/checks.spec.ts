import { expect, test } from '~e2e/fixtures';
import { field, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const ON_SITE = 'Contact sur site';

/** What is typed, what is said of it on leaving the field, and whether it is wrong or only doubtful. */
const CHECKS: readonly (readonly [
  label: string,
  typed: string,
  said: RegExp,
  isWrong: boolean,
  group?: string,
])[] = [
  ['E-mail', 'maelle.kerbrat', /par exemple marie\.durand@example\.fr/, true, ON_SITE],
  ['Téléphone', 'demander Anne', /par exemple 01 99 00 12 34/, true, ON_SITE],
  ['Téléphone', '3631', /À vérifier\s: .*par exemple 01 99 00 12 34/, false, ON_SITE],
  ['Code postal', '7613', /par exemple 76130/, true],
  ['Code postal', '75002', /^$/, false],
  ['Code INSEE', '7645', /par exemple 76451 ou 2A004/, true],
  ['Code INSEE', '2A004', /À vérifier\s: .*département/, false],
  ['SIRET', '732829320', /par exemple 732 829 320 00074/, true],
  ['SIRET', '73282932000075', /À vérifier\s: .*clé/, false],
  ['VLAN', '4095', /de 1 à 4094/, true],
  ['VLAN additionnel', '0', /de 1 à 4094/, true],
  ['Latitude', '91', /par exemple 49\.4744/, true],
  ['Latitude', '1.09', /À vérifier\s: .*hors de France/, false],
  ['Longitude', '181', /par exemple 1\.0914/, true],
];

for (const [label, typed, said, isWrong, group] of CHECKS) {
  test(`${label} ${typed} is checked when the field is left`, async ({ page, api }) => {
    const { lineId } = api.given(aCart({ lines: [aLine()] }));
    await page.goto(`/lines/${lineId}`);
    const input = field(page, label, group);
    await input.fill('');
    await input.pressSequentially(typed);
    await expect(input).not.toHaveAttribute('aria-invalid', 'true');
    await expect(input).not.toHaveAccessibleDescription(/par exemple|vérifier|de 1 à/);
    await input.press('Tab');
    await expect(input).toHaveAccessibleDescription(said);
    if (isWrong) await expect(input).toHaveAttribute('aria-invalid', 'true');
    else await expect(input).not.toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('region', { name: 'À compléter' })).toContainText(
      isWrong ? '1 point à corriger' : 'Prête à confirmer',
    );
    // Neither keeps a draft from being saved.
    await saveLine(page);
  });
}

test('swapped latitude and longitude are pointed out', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { latitude: '', longitude: '' } })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Latitude').fill('1.0914');
  await field(page, 'Longitude').fill('49.4744');
  await field(page, 'Longitude').press('Tab');
  await expect(field(page, 'Latitude')).toHaveAccessibleDescription(/semblent inversées/);
});

test('a past delivery date is pointed out', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Date de livraison souhaitée').fill('2020-01-31');
  await field(page, 'Note').focus();
  await expect(field(page, 'Date de livraison souhaitée')).toHaveAccessibleDescription(/Ce jour est passé/);
});

test('a phone number shows pairs and is sent as typed', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const phone = field(page, 'Téléphone', ON_SITE);
  await expect(phone).toHaveValue('0199001234');
  await expect(phone).toHaveAccessibleDescription('01 99 00 12 34');
  await phone.fill('+33612345678');
  await phone.press('Tab');
  await expect(phone).toHaveAccessibleDescription('+33 6 12 34 56 78');
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toMatchObject({
    related_contact_information: [{ contact1_phone_number: '+33612345678' }],
  });
});

test('an error stays until the field is typed in', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { postcode: '7613' } })] }));
  await page.goto(`/lines/${lineId}`);
  await page
    .getByRole('region', { name: 'À compléter' })
    .getByRole('button', { name: /^Code postal/ })
    .click();
  const postcode = field(page, 'Code postal');
  await expect(postcode).toBeFocused();
  await expect(postcode).toHaveAccessibleDescription(/par exemple 76130/);
  await postcode.press('End');
  await postcode.pressSequentially('0');
  await expect(postcode).not.toHaveAccessibleDescription(/par exemple 76130/);
});

test('a click out of a wrong field hits its button', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  // The message takes room between the field and the button.
  await field(page, 'Téléphone', ON_SITE).fill('demander Anne');
  await page.getByRole('button', { name: 'Ajouter un second contact' }).click();
  await expect(field(page, 'Prénom', 'Second contact')).toBeFocused();
  await expect(field(page, 'Téléphone', ON_SITE)).toHaveAttribute('aria-invalid', 'true');
});

test('an expired draft is not called ready', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ daysOld: 95 })] }));
  await page.goto(`/lines/${lineId}`);
  const panel = page.getByRole('region', { name: 'À compléter' });
  await expect(panel).toContainText('le brouillon a expiré');
  await expect(panel).not.toContainText('Prête à confirmer');
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('the missing count before the form leads to fields', async ({ page, api }) => {
    const { lineId } = api.given(aCart({ lines: [aLine({ enni: '', contact: { city: '' } })] }));
    await page.goto(`/lines/${lineId}`);
    const panel = page.getByRole('region', { name: 'À compléter' });
    const customer = page.getByRole('region', { name: 'Client et références' });
    const [above, below] = await Promise.all([panel.boundingBox(), customer.boundingBox()]);
    expect(above?.y).toBeLessThan(below?.y ?? 0);
    await expect(panel.getByRole('button')).toHaveCount(0);
    await panel.getByText('2 points à compléter').click();
    await panel.getByRole('button', { name: /^Commune/ }).click();
    await expect(field(page, 'Commune')).toBeFocused();
  });
});

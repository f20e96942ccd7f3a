import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

const GARAGE = {
  end_customer_name: 'Garage Moreau',
  siret: '73282932000074',
  street_number: '14',
  street_name: 'rue des Lilas',
  postcode: '35000',
  insee_code: '35238',
  city: 'Rennes',
  building_name: '',
  contact1_firstname: 'Jean',
  contact1_lastname: 'Moreau',
  contact1_email_address: 'jean@moreau.example.fr',
  contact1_phone_number: '0612345678',
};

const suggestions = (page: Page, name = 'De lignes déjà vues') => page.getByRole('group', { name });

/** What this browser stores for the desk, as text. */
const stored = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

/** Opens a line, and waits until its site is stored. */
async function openLine(page: Page, lineId: string): Promise<void> {
  const before = await stored(page).catch(() => '');
  await page.goto(`/lines/${lineId}`);
  const own = (text: string) => /"orderdesk.book:[^\]]*/.exec(text)?.[0];
  await expect.poll(async () => own(await stored(page)) !== own(before)).toBe(true);
}

/** Opens a line on the site, and then the form of a new line, by clicks alone. */
async function openNewLine(page: Page, api: MockApi, contact: Partial<typeof GARAGE> = {}): Promise<void> {
  const { lineId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [aLine({ contact: { ...GARAGE, ...contact } })] }),
  );
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Voie')).toHaveValue('rue des Lilas');
  await page.getByRole('link', { name: 'Vers le panier' }).click();
  await page.getByRole('link', { name: 'Ajouter une ligne' }).click();
  await expect(field(page, 'Voie')).toHaveValue('');
}

test('a known site is chosen by keyboard', async ({ page, api }) => {
  await openNewLine(page, api);
  await field(page, 'Étage').fill('2');
  await field(page, 'Société sur site').pressSequentially('moreau');
  await expect(suggestions(page)).toContainText('14 rue des Lilas, 35000 Rennes');
  await page.keyboard.press('ArrowDown');
  await expect(suggestions(page).getByRole('button', { name: 'Garage Moreau' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(suggestions(page)).toBeHidden();
  await expect(field(page, 'Société sur site')).toBeFocused();
  await expect(field(page, 'Société sur site')).toHaveValue('Garage Moreau');
  await expect(field(page, 'Voie')).toHaveValue('rue des Lilas');
  await expect(field(page, 'Code INSEE')).toHaveValue('35238');
  // It would be the floor of another site.
  await expect(field(page, 'Étage')).toHaveValue('');
  await expect(field(page, 'Nom', 'Contact sur site')).toHaveValue('');

  const filled = page
    .getByRole('status')
    .filter({ hasText: "Le site est rempli d'après une ligne déjà vue." });
  await filled.getByRole('button', { name: 'Rétablir' }).click();
  await expect(field(page, 'Société sur site')).toHaveValue('moreau');
  await expect(field(page, 'Voie')).toHaveValue('');
  await expect(field(page, 'Étage')).toHaveValue('2');
});

test('a known person is chosen by click', async ({ page, api }) => {
  await openNewLine(page, api);
  await field(page, 'E-mail', 'Contact sur site').pressSequentially('jean');
  await suggestions(page).getByRole('button', { name: 'Jean Moreau' }).click();
  await expect(field(page, 'Nom', 'Contact sur site')).toHaveValue('Moreau');
  await expect(field(page, 'Téléphone', 'Contact sur site')).toHaveValue('0612345678');
  await expect(field(page, 'Voie')).toHaveValue('');
});

test('suggestions close and stay out of the way', async ({ page, api }) => {
  await openNewLine(page, api);
  const company = field(page, 'Société sur site');
  await company.pressSequentially('mor');
  await expect(suggestions(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toBeHidden();
  await expect(company).toHaveValue('mor');
  await company.pressSequentially('eau');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(company).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(suggestions(page)).toBeHidden();
  await company.fill('nobody');
  await expect(suggestions(page)).toBeHidden();
});

test('one SIRET at two addresses is told', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { ...GARAGE, street_number: '99' } })] }));
  await openLine(page, lineId);
  await openNewLine(page, api);
  await field(page, 'SIRET').pressSequentially('7328');
  await expect(suggestions(page).getByText('Ce SIRET a aussi été vu à une autre adresse')).toHaveCount(2);
});

test('known sites are listed, encrypted, and wiped', async ({ page, api }) => {
  await openNewLine(page, api);
  await expect.poll(() => stored(page)).toContain('orderdesk.book:');
  expect(await stored(page)).not.toContain('Lilas');
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: 'Données sur cet ordinateur' }).click();
  const data = page.getByRole('dialog', { name: 'Données sur cet ordinateur' });
  await expect(data).toContainText('2 sites et contacts à proposer');
  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toHaveText('Effacé de cet ordinateur :');
  expect(await stored(page)).not.toContain('orderdesk.book');
});

test.describe('in English, on a narrow screen', () => {
  test.use({ locale: 'en-GB', viewport: { width: 320, height: 800 } });

  test('a known site fills the form', async ({ page, api }) => {
    const { cartId, lineId } = api.given(aCart({ lines: [aLine({ contact: GARAGE })] }));
    await openLine(page, lineId);
    await page.goto(`/carts/${cartId}/lines/new`);
    await field(page, 'City').pressSequentially('ren');
    const group = suggestions(page, 'From lines you have seen');
    await expect(group).toBeInViewport();
    await group.getByRole('button', { name: 'Garage Moreau' }).click();
    await expect(field(page, 'Postcode')).toHaveValue('35000');
  });
});

import type { Page } from '@playwright/test';
import { field, keptRecords, keptTexts, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { storagesOf } from './secrets';
import { signIn } from './steps';

/* Two people share a computer and its browser profile; the company's provider knows both. */

const CUSTOMER = 'Canari Personne';
const CART = aCart({ lines: [aLine({ end_customer_name: CUSTOMER })] });

/** As after a closed browser: neither the desk nor the provider knows the last person. */
async function signInAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto(url);
  await signIn(page, name);
}

async function openViews(page: Page): Promise<void> {
  await expect(row(page, CUSTOMER)).toBeVisible();
  await page.getByRole('button', { name: /^Vue :/ }).click();
}

test('saved views stay with their person', async ({ page, desk }) => {
  test.slow();
  desk.api.given(CART);
  const list = `${desk.origin}/lines?search=${encodeURIComponent(CUSTOMER)}`;
  await signInAs(page, list, 'canary.person');
  await openViews(page);
  await page.getByRole('textbox', { name: 'Nom de la vue' }).fill(`Vue de ${CUSTOMER}`);
  await page.getByRole('textbox', { name: 'Nom de la vue' }).press('Enter');
  await expect(page.getByRole('button', { name: `Vue : Vue de ${CUSTOMER}` })).toBeVisible();
  await expect.poll(() => storagesOf(page)).toContain('orderdesk.lines.views:');
  expect(await storagesOf(page)).not.toContain('Canari');

  await signInAs(page, list, 'second.person');
  await openViews(page);
  await expect(page.getByRole('button', { name: 'Brouillons', exact: true })).toBeVisible();
  await expect(page.getByText(`Vue de ${CUSTOMER}`)).toHaveCount(0);

  await signInAs(page, list, 'canary.person');
  await openViews(page);
  await expect(page.getByRole('button', { name: `Vue de ${CUSTOMER}`, exact: true })).toBeVisible();
});

test("plain views become the first person's, encrypted", async ({ page, desk }) => {
  test.slow();
  desk.api.given(CART);
  const list = `${desk.origin}/lines`;
  await page.goto(`${desk.origin}/favicon.svg`);
  await page.evaluate((name) => {
    const view = { id: '1', name, address: { search: name }, settings: {} };
    localStorage.setItem('orderdesk.lines.views', JSON.stringify({ views: [view], start: null }));
    localStorage.setItem('orderdesk.lines.views.aside', JSON.stringify({ old: name }));
  }, CUSTOMER);
  await signInAs(page, list, 'canary.person');
  await openViews(page);
  await expect(page.getByRole('button', { name: CUSTOMER, exact: true })).toBeVisible();
  await expect.poll(() => storagesOf(page)).not.toContain('Canari');

  await signInAs(page, list, 'second.person');
  await openViews(page);
  await expect(page.getByRole('button', { name: CUSTOMER, exact: true })).toHaveCount(0);
});

test('wiping leaves the texts of other people', async ({ page, desk }) => {
  test.slow();
  desk.api.given(CART);
  const line = `${desk.origin}/lines/${desk.api.store.lines()[0]?.id ?? ''}`;
  await signInAs(page, line, 'canary.person');
  await field(page, 'Note').fill('Sonner');
  await keptTexts(page, (count) => count === 1);
  page.on('dialog', (dialog) => void dialog.accept());

  await signInAs(page, line, 'second.person');
  await field(page, 'Note').fill('Frapper');
  await keptTexts(page, (count) => count === 2);
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: 'Données sur cet ordinateur' }).click();
  const data = page.getByRole('dialog', { name: 'Données sur cet ordinateur' });
  await expect(data).toContainText('1 saisie non enregistrée');
  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toHaveText('Effacé de cet ordinateur :');
  expect(await keptRecords(page, 'edits')).toBe(1);

  await signInAs(page, line, 'canary.person');
  await page.getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner');
});

import type { Page } from '@playwright/test';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { sheet, signInAtCompany } from './steps';

const CART = aCart({
  external_id: 'CDE-1',
  lines: [aLine({ external_id: 'SIEGE', customer_order_name: 'Siège' })],
});
const PATHS = ['/lines?search=Si', '/carts', '/lines'];

/** Leaves for the provider; gives the state of this sign-in. */
async function goToProvider(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const left = page.waitForRequest((request) => request.url().includes('code_challenge='));
  await sheet(page).getByRole('button', { name: 'Se connecter avec le compte' }).click();
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
  return new URL((await left).url()).searchParams.get('state') ?? '';
}

/** As signInAtCompany; a provider that knows the browser's person asks for no consent. */
async function signInAgain(page: Page): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill('canary.person');
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

test('three tabs sign in at once', async ({ context, desk }) => {
  desk.api.given(CART);
  const tabs = await Promise.all(PATHS.map(() => context.newPage()));
  for (const [index, tab] of tabs.entries()) await goToProvider(tab, desk.origin + PATHS[index]);
  for (const [index, tab] of tabs.entries()) {
    if (index === 0) await signInAtCompany(tab, 'canary.person');
    else await signInAgain(tab);
    await expect(tab).toHaveURL(desk.origin + PATHS[index]);
    await expect(tab.getByText('Name of canary.person')).toBeVisible();
  }
  for (const tab of tabs.filter((_, index) => index !== 1)) await expect(row(tab, 'Siège')).toBeVisible();
});

test('a failed tab continues with the session of another', async ({ page, context, desk }) => {
  desk.api.given(CART);
  const state = await goToProvider(page, `${desk.origin}/lines?search=Si`);
  const other = await context.newPage();
  await goToProvider(other, `${desk.origin}/carts`);
  await signInAtCompany(other, 'canary.person');
  await expect(other.getByText('Name of canary.person')).toBeVisible();
  // The provider refuses the tab that is late.
  await page.goto(`${desk.origin}/auth/callback?error=login_required&state=${state}`);
  await expect(page).toHaveURL(`${desk.origin}/lines?search=Si`);
  await expect(row(page, 'Siège')).toBeVisible();
});

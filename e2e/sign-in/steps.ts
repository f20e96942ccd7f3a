import { expect, type Locator, type Page } from '@playwright/test';

/** The sign-in that lies over the page. */
export function sheet(page: Page): Locator {
  return page.getByRole('dialog', { name: /Se (re)?connecter/ });
}

/** At the company's provider: the name, any password, and yes to what it asks. */
export async function signInAtCompany(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** From a page that asks for it to one that knows the person. */
export async function signIn(page: Page, name = 'canary.person'): Promise<void> {
  await sheet(page).getByRole('button', { name: 'Se connecter avec le compte de votre entreprise' }).click();
  await signInAtCompany(page, name);
  await expect(page.getByText(`Name of ${name}`)).toBeVisible();
}

export async function signInWithAccount(page: Page, user: string, password: string): Promise<void> {
  await sheet(page).getByLabel('Nom du compte').fill(user);
  await sheet(page).getByLabel('Mot de passe').fill(password);
  await sheet(page).getByRole('button', { name: 'Se connecter' }).click();
}

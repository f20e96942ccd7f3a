import { expect, type Locator, type Page } from '@playwright/test';

/** On the page of a batch: the outcome in a sentence, which is there once the batch has ended. */
export function ending(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: 'Le nouveau panier a' });
}

/** From the page of a cart: duplicates it, and waits for the page of the batch. Gives its URL. */
export async function duplicateCart(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Dupliquer le panier' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dupliquer' }).click();
  await expect(page).toHaveURL(/\/batches\/[\w-]+$/, { timeout: 300_000 });
  return page.url();
}

/** The number of rows in a state, as the totals have it; 0 where they do not name the state. */
export async function total(page: Page, state: string): Promise<number> {
  const terms = await page.getByRole('region', { name: 'Totaux' }).getByRole('term').allTextContents();
  const numbers = await page
    .getByRole('region', { name: 'Totaux' })
    .getByRole('definition')
    .allTextContents();
  return Number(numbers[terms.indexOf(state)]?.replaceAll(/\D/g, '') ?? 0);
}

/** Checks that the states add up to the total of the receipt. */
export async function expectSum(page: Page): Promise<void> {
  const numbers = await page
    .getByRole('region', { name: 'Totaux' })
    .getByRole('definition')
    .allTextContents();
  const [sum, ...states] = numbers.map((text) => Number(text.replaceAll(/\D/g, ''))).toReversed();
  expect(states.reduce((left, right) => left + right, 0)).toBe(sum);
}

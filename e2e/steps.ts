import { expect, type Locator, type Page } from '@playwright/test';
import type { MockApi } from '~/mock-api/create-mock-api';

/** A value for a field, by its label; `group` names the group where two labels are alike. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  readonly group?: string;
}

/** A field by its label, as it stands on the screen. */
export function field(page: Page, label: string, group?: string): Locator {
  const scope = group === undefined ? page : page.getByRole('group', { name: group, exact: true });
  // A list stays alive, and hidden, behind what is opened from it.
  return scope.getByLabel(label, { exact: true }).filter({ visible: true });
}

/** Fills fields of a line's form. A choice is chosen, options are added one by one, everything else is text. */
export async function fillLine(page: Page, entries: readonly Entry[]): Promise<void> {
  for (const { label, value, group } of entries) {
    const input = field(page, label, group);
    if (label === 'SIRET connu') await input.selectOption(value);
    else await input.fill(value);
    if (label === 'Options') await input.press('Enter');
  }
}

/** Saves a new line, and waits until it has a page of its own. */
export async function createLine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeVisible();
}

/** Saves a line that is already there, and waits until it is told. */
export async function saveLine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
}

/** From the page of a ready cart to what became of it. */
export async function placeOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Confirmer le panier' }).click();
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(outcome(page)).toBeVisible();
}

/** What became of a confirmed cart. */
export function outcome(page: Page): Locator {
  return page.getByRole('region', { name: 'Résultat' });
}

/** The row of a table that holds a text. */
export function row(page: Page, text: string | RegExp): Locator {
  return page.getByRole('row').filter({ hasText: text });
}

/** Lets the page's clock run, a few seconds at a time, until what it waits for is shown. Needs page.clock.install(). */
export async function waitFor(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(3_000);
    expect(await shown.count()).toBeGreaterThan(0);
  }).toPass({ intervals: [100] });
}

/** Presses Tab until the element has the focus, and checks that one can see it there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await hasVisibleFocus(target), 'the focus can be seen').toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Whether a ring is drawn around the focused element, or around the frame that it stands in. */
function hasVisibleFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) =>
    [element, element.parentElement].some((candidate) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    }),
  );
}

/** What was asked of the list of lines for its rows; the counts per state are asked for one row each. */
export function rowsAskedFor(api: MockApi): Readonly<Record<string, string>>[] {
  return api.ledger
    .of('listLines')
    .map(({ query }) => query)
    .filter((query) => query['page_size'] === '50');
}

/** The newest of them. */
export function lastRowsAskedFor(api: MockApi): Readonly<Record<string, string>> {
  const query = rowsAskedFor(api).at(-1);
  if (!query) throw new Error('No rows were asked for');
  return query;
}

/** Waits until the number of texts that the browser keeps unsaved is as it is to be. */
export async function keptTexts(page: Page, isAsExpected: (count: number) => boolean): Promise<void> {
  await expect(async () => expect(isAsExpected(await keptRecords(page, 'edits'))).toBe(true)).toPass({
    intervals: [50],
    timeout: 10_000,
  });
}

/** How many sealed records the browser keeps: of texts that were typed, or of carts that were sent. */
export function keptRecords(page: Page, store: 'edits' | 'sent'): Promise<number> {
  return page.evaluate(countKept, store);
}

async function countKept(store: string): Promise<number> {
  const databases = await indexedDB.databases();
  // Opening it before the page has would make an empty one.
  if (!databases.some(({ name }) => name === 'orderdesk')) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('orderdesk');
    opening.addEventListener('error', reject);
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction(store).objectStore(store).count();
      counting.addEventListener('error', reject);
      counting.addEventListener('success', () => {
        opening.result.close();
        resolve(counting.result);
      });
    });
  });
}

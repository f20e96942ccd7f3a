import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { MockApi } from '~/mock-api/create-mock-api';

/** A value for a field, by its label; `group` names the group where two labels are alike. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  readonly group?: string;
}

/** The visible field with a label. */
export function field(page: Page, label: string, group?: string): Locator {
  const scope = group === undefined ? page : page.getByRole('group', { name: group, exact: true });
  // A list stays in the document, hidden, behind a line or cart opened from it.
  return scope.getByLabel(label, { exact: true }).filter({ visible: true });
}

/** The row of a fact, by its label. */
export function fact(page: Page, label: string): Locator {
  const term = page.getByRole('term').and(page.getByText(label, { exact: true }));
  return term.filter({ visible: true }).locator('..');
}

/** Fills fields of a line's form: selects a choice, adds options one by one, types the rest. */
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

/** Saves an existing line, and waits until the page says so. */
export async function saveLine(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
}

/** Goes from the page of a ready cart to its outcome. */
export async function placeOrder(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Confirmer le panier' }).click();
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(outcome(page)).toBeVisible();
}

/** The outcome of a confirmed cart. */
export function outcome(page: Page): Locator {
  return page.getByRole('region', { name: 'Résultat' });
}

/** Exports from the open dialog, and gives the file's bytes. */
export async function exportedFile(page: Page, format: 'CSV' | 'XLSX'): Promise<Buffer> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(format) }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Exporter', exact: true }).click(),
  ]);
  return readFile(await file.path());
}

/** The row of a table that holds a text. */
export function row(page: Page, text: string | RegExp): Locator {
  return page.getByRole('row').filter({ hasText: text });
}

/** Advances the page's clock in small steps until something is shown. Needs page.clock.install(). */
export async function waitFor(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(3_000);
    expect(await shown.count()).toBeGreaterThan(0);
  }).toPass({ intervals: [100] });
}

/** Presses Tab until the element has the focus, and checks that the focus is visible. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await hasVisibleFocus(target), 'the focus is visible').toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Whether the focused element or its frame has an outline. */
function hasVisibleFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) =>
    [element, element.parentElement].some((candidate) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(candidate);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    }),
  );
}

/** The queries for rows of lines. The counts per state ask for one row each, and are left out. */
export function rowsAskedFor(api: MockApi): Readonly<Record<string, string>>[] {
  return api.ledger
    .of('listLines')
    .map(({ query }) => query)
    .filter((query) => query['page_size'] === '50');
}

/** The newest query for rows of lines. */
export function lastRowsAskedFor(api: MockApi): Readonly<Record<string, string>> {
  const query = rowsAskedFor(api).at(-1);
  if (!query) throw new Error('No rows were asked for');
  return query;
}

/** Waits until the number of unsaved texts in the browser is as expected. */
export async function keptTexts(page: Page, isAsExpected: (count: number) => boolean): Promise<void> {
  await expect(async () => expect(isAsExpected(await keptRecords(page, 'edits'))).toBe(true)).toPass({
    intervals: [50],
    timeout: 10_000,
  });
}

/** The number of records in the browser: unsaved texts, orders with their receipts, or creations in doubt. */
export function keptRecords(page: Page, store: 'edits' | 'orders' | 'creations'): Promise<number> {
  const database = store === 'edits' ? 'orderdesk' : 'orderdesk-records';
  return page.evaluate(countKept, { database, store });
}

async function countKept({ database, store }: { database: string; store: string }): Promise<number> {
  const databases = await indexedDB.databases();
  // Opening the database before the page does would create an empty one.
  if (!databases.some(({ name }) => name === database)) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
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

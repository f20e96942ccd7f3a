import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { row, tabTo } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expectSum, total } from './steps';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aLine({ end_customer_name: `Client ${index + 1}`, customer_order_name: '', note: 'Avant' }),
  );

/** Ticks every line of the list's page and opens their change. */
async function changeAll(page: Page): Promise<void> {
  await page.goto('/lines?sort=end_customer_name');
  await page.getByRole('checkbox', { name: 'Sélectionner toutes les lignes de cette page' }).check();
  await page.getByRole('link', { name: 'Modifier la sélection' }).click();
}

/** Sets a field of all the lines, up to the preview. */
async function previewField(page: Page, field: string, value: string): Promise<void> {
  await page.getByLabel('Champ à modifier').selectOption(field);
  await page.getByLabel('Nouvelle valeur').fill(value);
  await page.getByRole('button', { name: 'Voir les modifications' }).click();
}

const apply = (page: Page) => page.getByRole('button', { name: 'Appliquer les modifications' });

test('ticked lines are changed as the preview shows', async ({ page, api }) => {
  const quoted = aLine({ end_customer_name: 'Client 5', quote_item_id: 'DEV-1' });
  const same = aLine({ end_customer_name: 'Client 6', business_code: 'ZZ9' });
  const { lineIds } = api.given(aCart({ lines: [...lines(4), quoted, same] }));
  await changeAll(page);
  await previewField(page, 'Code affaire', 'ZZ9');
  const summary = page.getByRole('region', { name: "Avant d'appliquer" });
  await expect(summary).toContainText('4 lignes changent.');
  await expect(summary).toContainText('1 ligne a déjà ces valeurs.');
  await expect(summary).toContainText('1 ligne de devis');
  await expect(row(page, 'Client 4')).toContainText(/Code affaire\s: ZZ9/);
  await apply(page).click();
  await expect(page.getByRole('status').filter({ hasText: '4 lignes modifiées.' })).toBeVisible();
  await expectSum(page);
  const sent = api.ledger.of('updateLine');
  expect(sent.map(({ body }) => body)).toEqual(Array.from({ length: 4 }, () => ({ business_code: 'ZZ9' })));
  expect(api.store.line(lineIds[0]).content.values.note).toBe('Avant');
});

test("a colleague's value is decided, and undo leaves it", async ({ page, api }) => {
  const { lineIds } = api.given(aCart({ lines: lines(3) }));
  await changeAll(page);
  await previewField(page, 'Note', 'Après');
  await expect(apply(page)).toBeVisible();
  api.store.changeLine(lineIds[1] ?? '', { values: { note: 'La leur' } });
  await apply(page).click();
  const decision = page.getByRole('region', { name: 'À décider' });
  await expect(decision).toContainText('Client 2');
  expect(api.store.line(lineIds[1]).content.values.note).toBe('La leur');
  await decision.getByRole('radio', { name: /La vôtre/ }).check();
  await decision.getByRole('button', { name: 'Appliquer ces choix' }).click();
  await expect(page.getByRole('status').filter({ hasText: '3 lignes modifiées.' })).toBeVisible();
  api.store.changeLine(lineIds[2] ?? '', { values: { note: 'Encore la leur' } });
  await page.getByRole('button', { name: 'Défaire' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Défaire' }).click();
  await expect(page.getByText('Défait', { exact: true })).toBeVisible();
  expect(await total(page, 'rétablie')).toBe(2);
  const notes = lineIds.map((id) => api.store.line(id).content.values.note);
  expect(notes).toEqual(['Avant', 'La leur', 'Encore la leur']);
});

test('a second batch on a cart waits', async ({ page, context, api }) => {
  api.given(aCart({ lines: lines(2) }));
  await changeAll(page);
  await previewField(page, 'Note', 'Première');
  const first = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
  await apply(page).click();
  await first.met;
  const other = await context.newPage();
  await changeAll(other);
  await previewField(other, 'Note technique', 'Seconde');
  await apply(other).click();
  await expect(other.getByRole('status').filter({ hasText: 'un autre lot travaille' })).toBeVisible();
  expect(api.ledger.of('updateLine')).toHaveLength(1);
  first.release();
  await expect(other.getByRole('status').filter({ hasText: '2 lignes modifiées.' })).toBeVisible();
  expect(api.ledger.of('updateLine')).toHaveLength(4);
});

test('CPE numbers are emptied once it is agreed', async ({ page, api }) => {
  const cpe = { option_ids: ['7021'], cpe_networking_number: 'NET-1', cpe_serial_number: 'SR-1' };
  const { lineIds } = api.given(aCart({ lines: [aLine(cpe), aLine()] }));
  await changeAll(page);
  await page.getByLabel('Action').selectOption('Retirer une option');
  await page.getByRole('button', { name: 'Voir les modifications' }).click();
  await expect(page.getByText('Nécessaire pour cette action')).toBeVisible();
  await page.getByLabel('Option à ajouter ou à retirer').fill('7021');
  await page.getByRole('button', { name: 'Voir les modifications' }).click();
  await expect(apply(page)).toBeDisabled();
  await page.getByRole('checkbox', { name: /Vider les numéros de CPE/ }).check();
  await apply(page).click();
  await expect(page.getByRole('status').filter({ hasText: '1 ligne modifiée.' })).toBeVisible();
  expect(api.store.line(lineIds[0]).content.values).toMatchObject({
    option_ids: [],
    cpe_networking_number: '',
    cpe_serial_number: '',
  });
});

test.describe('in English on a narrow screen', () => {
  test.use({ locale: 'en-GB', viewport: { width: 320, height: 640 } });

  test('lines are changed by keyboard alone', async ({ page, api }) => {
    api.given(aCart({ lines: lines(2) }));
    await page.goto('/lines?sort=end_customer_name');
    await tabTo(page, page.getByRole('checkbox', { name: /Select Client 1/ }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('link', { name: 'Change selected' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Field to change'));
    await page.keyboard.type('Note');
    await tabTo(page, page.getByLabel('New value'));
    await page.keyboard.type('After');
    await tabTo(page, page.getByRole('button', { name: 'Show the changes' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Apply changes' }));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '1 line changed.' })).toBeVisible();
    expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'After' }]);
  });
});

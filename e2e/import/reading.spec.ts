import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { aSheet, button, chooseFile, openImport, readRows, refusal } from './steps';

const WORKER = '**/assets/sheet-worker-*.js';
const reading = (page: Page) => page.getByText('Lecture de sites.csv…');

test('a reading that does not load says so', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_FAILED/);
  await openImport(page, api);
  await page.route(WORKER, (route) => route.abort());
  await chooseFile(page, 'sites.csv', aSheet(2, {}, ';'));
  await expect(refusal(page)).toContainText("Une partie de la page ne s'est pas chargée : rien n'a été lu.");
  await expect(refusal(page)).not.toContainText('abîmé');
  await expect(button(page, 'Recharger la page')).toBeVisible();
  await page.unroute(WORKER);
  await chooseFile(page, 'sites.csv', aSheet(2, {}, ';'));
  await expect(readRows(page)).toHaveText('sites.csv : 2 lignes');
  await expect(refusal(page)).toHaveCount(0);
});

test('a reading is cancelled', async ({ page, api }) => {
  await openImport(page, api);
  // The script of the reading is asked for and not answered.
  await page.route(WORKER, () => undefined);
  await chooseFile(page, 'sites.csv', aSheet(2, {}, ';'));
  await expect(reading(page)).toBeVisible();
  await button(page, 'Annuler').click();
  await expect(reading(page)).toHaveCount(0);
  await page.unroute(WORKER);
  await chooseFile(page, 'autres.csv', aSheet(3, {}, ';'));
  await expect(readRows(page)).toHaveText('autres.csv : 3 lignes');
});

import type { Locator } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test.use({ apiOptions: { dialect: { unknownQuery: 'refused', paging: 'page' } } });

test('the server page shows the answer behind each fact', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ customer_order_name: 'Siège' })] }));
  await page.goto('/lines');
  await expect(row(page, 'Siège')).toBeVisible();
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Serveur' }).click();
  await expect(page).toHaveURL('/server');
  await expect(page.getByRole('heading', { name: 'Serveur', level: 1 })).toBeVisible();
  const learned = page.getByRole('region', { name: 'Appris' });
  const paging = learned
    .getByRole('listitem')
    .filter({ hasText: 'Paramètres de pagination, liste des lignes' });
  await expect(paging).toContainText('page, page_size');
  await expect(paging).toContainText("Appris d'un refus 400 de GET /api/v1/product_order_item/");
  await expect(page.getByRole('main')).not.toContainText('Kerbrat');
});

test('a fact is set by hand, then forgotten', async ({ page, api }) => {
  api.given(aCart({ lines: [aLine({ customer_order_name: 'Siège' })] }));
  await page.goto('/server');
  await page.getByRole('combobox', { name: 'Forme du tri' }).selectOption('champ:desc');
  const learned = page.getByRole('region', { name: 'Appris' });
  const sort = learned.getByRole('listitem').filter({ hasText: 'Forme du tri' });
  await expect(sort).toContainText('Fixé à la main');
  await page.goto('/lines?sort=-state');
  await expect(row(page, 'Siège')).toBeVisible();
  expect(api.ledger.last('listLines').query['sort']).toBe('state:desc');
  await page.goto('/server');
  await sort.getByRole('button', { name: 'Oublier' }).click();
  await expect(sort).toHaveCount(0);
});

test('the server page is in English, and fits 320 px', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 320, height: 640 },
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('/server');
  await expect(page.getByRole('heading', { name: 'Server', level: 1 })).toBeVisible();
  const unknown = page.getByRole('region', { name: 'Not known yet' });
  await expect(unknown).toBeVisible();
  const rightOf = (target: Locator) => target.evaluate((element) => element.getBoundingClientRect().right);
  const panelEnd = await rightOf(unknown);
  expect(await rightOf(unknown.getByRole('combobox').first())).toBeLessThan(panelEnd);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});

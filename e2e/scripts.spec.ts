import type { Page } from '@playwright/test';
import { ROUTES, textsOf, type Route } from '~/domain/routes/routes';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './fixtures';
import { row } from './steps';

/** The script files that a page has asked for, each once. */
function listenForScripts(page: Page): ReadonlySet<string> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  return scripts;
}

async function exportAs(page: Page, format: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: format }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Exporter', exact: true }).click(),
  ]);
  await file.path();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

test('lists and editor load few scripts', async ({ page, api }) => {
  api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ end_customer_name: 'Dupont' }), aLine()] }));
  const scripts = listenForScripts(page);

  await page.goto('/lines');
  await page.getByRole('button', { name: 'Plus de filtres' }).click();
  await expect(page.getByRole('combobox', { name: 'Création' })).toBeVisible();
  await page.getByRole('button', { name: 'Colonnes', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Vue :/ }).click();
  await expect(page.getByRole('textbox', { name: 'Nom de la vue' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: /^Sélectionner toutes/ }).check();
  await page.getByRole('checkbox', { name: /^Sélectionner toutes/ }).uncheck();
  await exportAs(page, /XLSX/);
  await exportAs(page, /CSV/);
  for (const opening of ['?', 'Control+k']) {
    await page.keyboard.press(opening);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await page.getByRole('button', { name: 'Nouveau panier' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Votre référence' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await exportAs(page, /CSV/);
  // The views of a line are loaded ahead; they are no tools of a list.
  const ofLists = [...scripts].filter((script) => !/^\/assets\/(editor|details)-/.test(script));
  expect(ofLists.length, `for the lists: ${ofLists.join(' ')}`).toBeLessThanOrEqual(12);

  await page.getByRole('link', { name: 'Lignes de commande', exact: true }).click();
  await row(page, 'Dupont').getByRole('link').first().click();
  await page.getByRole('textbox', { name: 'Votre référence' }).fill('CDE-2');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Enregistrer', exact: true })).toBeDisabled();
  expect([...scripts].length, `with the editor: ${[...scripts].join(' ')}`).toBeLessThanOrEqual(18);
});

test('a route preloads its screen and its texts', async ({ request }) => {
  for (const route of Object.values<Route>(ROUTES)) {
    const path = route.path.replaceAll(/\$\w+/g, '1');
    const html = await (await request.get(path)).text();
    const preloaded = [...html.matchAll(/rel="modulepreload"[^>]*href="\/assets\/([\w-]+)-[\w-]{8}\.js"/g)];
    const names = preloaded.map(([, name]) => name);
    expect(names, path).toEqual(
      expect.arrayContaining([route.chunk, ...textsOf(route).map((piece) => `fr-${piece}`)]),
    );
  }
});

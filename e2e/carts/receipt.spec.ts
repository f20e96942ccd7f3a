import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { keptRecords, outcome } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

const DAY = 24 * 60 * 60 * 1000;

const FULL = aLine({ customer_order_name: 'Siège', access_instructions: 'Prendre la grande porte' });
const HOSTILE = aLine({ customer_order_name: 'Agence <b>"Rex"</b>' });

async function placed(page: Page, api: MockApi): Promise<string> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', project_id: 'PRJ-9', lines: [FULL, HOSTILE] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(outcome(page)).toBeVisible();
  return cartId;
}

async function savedRecord(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer le récapitulatif' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const notShown = 'Cet ordinateur ne peut pas montrer ce qui a été envoyé';

test('a record before the order says not sent', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', project_id: 'PRJ-9', lines: [FULL, HOSTILE] }));
  await page.goto(`/carts/${cartId}/confirm`);
  const { name, text } = await savedRecord(page);
  expect(name).toMatch(/^commande-CDE-1-\d{4}-\d\d-\d\d-\d{4}\.html$/);
  expect(text).toContain('Pas encore envoyé');
  for (const part of ['Panier CDE-1', 'PRJ-9', 'Ligne 2 sur 2', 'Prendre la grande porte', 'AZ001234'])
    expect(text).toContain(part);
  expect(text).toContain('Agence &lt;b&gt;&quot;Rex&quot;&lt;/b&gt;');
  expect(text).not.toContain('<b>');
});

test('a sent order can be shown, printed and saved', async ({ page, api }) => {
  const cartId = await placed(page, api);
  const before = await savedRecord(page);
  expect(before.text).toMatch(/Envoyé le .*, exactement comme ici/);
  expect(before.text).toContain('Prendre la grande porte');
  // What the API shows later is not what was sent.
  for (const { id } of api.store.cart(cartId).lines) api.store.changeLine(id, { values: { enni: 'AUTRE' } });

  await page.reload();
  await expect(page.getByRole('link', { name: 'Voir ce qui a été envoyé' })).toBeVisible();
  expect(await savedRecord(page)).toEqual(before);
  await page.getByRole('link', { name: 'Voir ce qui a été envoyé' }).click();
  await expect(page.getByRole('heading', { name: 'Commande : Panier CDE-1' })).toBeVisible();
  const first = page.getByRole('region', { name: /^Ligne 1 sur 2 · .*Siège/ });
  await expect(first).toContainText('Prendre la grande porte');
  await expect(first).toContainText('AZ001234');
  await page.emulateMedia({ media: 'print' });
  await expect(first).toBeVisible();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
  await page.emulateMedia({ media: null });

  expect(await keptRecords(page, 'orders')).toBe(1);
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await page.getByRole('button', { name: 'Données sur cet ordinateur' }).click();
  const data = page.getByRole('dialog', { name: 'Données sur cet ordinateur' });
  await expect(data).toContainText('ce qui a été envoyé de 1 panier');
  await data.getByRole('button', { name: 'Effacer toutes les données locales' }).click();
  await data.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(data.getByRole('status')).toHaveText('Effacé de cet ordinateur :');
  expect(await keptRecords(page, 'orders')).toBe(0);
  await data.getByRole('button', { name: 'Recharger la page' }).click();
  await expect(page.getByRole('heading', { name: notShown })).toBeVisible();
  await page.getByRole('link', { name: 'Retour au panier' }).click();
  await expect(outcome(page)).toContainText(notShown);
  expect((await savedRecord(page)).text).toContain('le montre le');
});

test('a sent order is deleted after seven days', async ({ page, api, gatewayClock }) => {
  await placed(page, api);
  gatewayClock.advance(6 * DAY);
  await page.reload();
  await expect(outcome(page)).toContainText('Envoyé le');
  gatewayClock.advance(2 * DAY);
  await page.reload();
  await expect(outcome(page)).toContainText(notShown);
});

test("a computer's wrong clock deletes no sent order", async ({ page, api }) => {
  await placed(page, api);
  await page.clock.setFixedTime(Date.now() + 8 * DAY);
  await page.reload();
  await expect(outcome(page)).toContainText('Envoyé le');
  expect(await keptRecords(page, 'orders')).toBe(1);
});

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, keptTexts, outcome, tabTo } from '~e2e/steps';
import { isWireObject } from '~/contract/scalars';
import { aCart, aLine } from '~/mock-api/store/given';

const place = (page: Page) => page.getByRole('button', { name: 'Passer la commande' });
const line = (page: Page, name: string) => page.getByRole('region', { name });

const FULL = aLine({
  customer_order_name: 'Siège',
  access_instructions: 'Prendre la grande porte',
  scheduled_delivery_date: '2030-09-21',
  specific_request: 'Raccorder le matin',
});

const AGENCE = aLine({ customer_order_name: 'Agence' });

test('the review shows what the cart leaves out', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL] }));
  await page.goto(`/carts/${cartId}/confirm`);
  for (const text of ['Prendre la grande porte', '2030-09-21', 'Raccorder le matin'])
    await expect(line(page, 'Siège')).toContainText(text);
  await expect(page.getByRole('main')).not.toContainText('ne sont pas renvoyés');
});

test('line details are read four at a time', async ({ page, api }) => {
  const lines = Array.from({ length: 9 }, (_, index) => aLine({ customer_order_name: `Site ${index + 1}` }));
  const { cartId, lineIds } = api.given(aCart({ external_id: 'CDE-1', lines }));
  const faults = lineIds.map((lineId) =>
    api.faults.next({ operation: 'readLine', lineId }, { hold: 'before' }),
  );
  await page.goto(`/carts/${cartId}/confirm`);
  for (const fault of faults.slice(0, 4)) await fault.met;
  expect(api.ledger.of('readLine')).toHaveLength(4);
  faults[0]?.release();
  await faults[4]?.met;
  await expect(page.getByText('Lignes lues en entier : 1 sur 9')).toBeVisible();
  for (const fault of faults) fault.release();
  await expect(line(page, 'Site 9')).toBeVisible();
  await expect(page.getByText('9 commandes seront passées')).toBeVisible();
});

test('a line without its detail says so', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { cartId, lineId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [FULL, aLine({ customer_order_name: 'Agence' })] }),
  );
  api.faults.next(
    { operation: 'readLine', lineId },
    { answer: { status: 404, body: { detail: 'Not found.' } } },
  );
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(line(page, 'Siège')).toContainText('Pas lue en entier');
  await expect(line(page, 'Siège')).toContainText('AZ001234');
  await expect(line(page, 'Agence')).not.toContainText('Pas lue en entier');
});

test("the review shows a colleague's changes", async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL, AGENCE] }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('row')).toHaveCount(3);
  api.store.changeLine(lineId, { values: { enni: 'AZ999999' } });
  await page.getByRole('link', { name: 'Confirmer le panier' }).click();
  const differences = page.getByRole('status').filter({ hasText: '1 différence avec ce que vous aviez vu' });
  await expect(differences).toContainText('Porte ENNI');
  await expect(line(page, 'Siège')).toContainText('1 champ modifié');
  await expect(line(page, 'Siège')).toContainText('AZ999999avant : AZ001234');
});

for (const { what, change } of [
  { what: 'an ENNI', change: { enni: 'AZ999999' } },
  { what: 'a requested day', change: { scheduled_delivery_date: '2031-01-01' } },
])
  test(`${what} changed after the review stops the order`, async ({ page, api }) => {
    const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL, AGENCE] }));
    await page.goto(`/carts/${cartId}/confirm`);
    await expect(place(page)).toBeEnabled();
    api.store.changeLine(lineId, { values: change });
    await place(page).click();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText("Rien n'a été envoyé");
    await expect(notice).toBeFocused();
    await expect(line(page, 'Siège')).toContainText('avant :');
    expect(api.ledger.of('confirmCart')).toEqual([]);

    await place(page).click();
    await expect(outcome(page)).toBeVisible();
    expect(api.ledger.of('confirmCart')).toHaveLength(1);
  });

test('an unreadable line at the click stops the order', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL, AGENCE] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(place(page)).toBeEnabled();
  api.store.changeLine(lineId, { values: { scheduled_delivery_date: '2031-12-31' } });
  api.faults.next({ operation: 'readLine', lineId }, { answer: { status: 404, body: { detail: 'No.' } } });
  await place(page).click();
  await expect(page.getByRole('alert')).toContainText("Rien n'a été envoyé");
  await expect(place(page)).toBeEnabled();
  expect(api.ledger.of('confirmCart')).toEqual([]);
});

test('a field filled after the review stops the order', async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [AGENCE] }));
  // This server leaves empty fields out.
  const filled = (body: unknown) =>
    isWireObject(body)
      ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '' && value !== null))
      : body;
  api.faults.next({ operation: 'readLine', times: 9 }, { reshape: filled });
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(place(page)).toBeEnabled();
  api.store.changeLine(lineId, { values: { specific_request: 'Livrer la nuit' } });
  await place(page).click();
  await expect(page.getByRole('alert')).toContainText("Rien n'a été envoyé");
  await expect(line(page, 'Agence')).toContainText('Livrer la nuit');
  expect(api.ledger.of('confirmCart')).toEqual([]);
});

test('an order is not sent without a second reading', async ({ page, api, expectComplaint }) => {
  expectComplaint(/503/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(place(page)).toBeEnabled();
  api.faults.next({ operation: 'readCart' }, { answer: { status: 503, headers: { 'retry-after': '9' } } });
  await place(page).click();
  await expect(page.getByRole('alert')).toContainText("Rien n'a été envoyé");
  await expect(place(page)).toBeEnabled();
  expect(api.ledger.of('confirmCart')).toEqual([]);
});

test('the button says how many orders it places', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL, AGENCE, AGENCE] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(place(page)).toHaveText('Passer la commande3');
  await expect(place(page)).toHaveAccessibleName('Passer la commande');
  await expect(place(page)).toHaveAccessibleDescription(/définitif.*3 commandes seront passées/);
});

test('a cart is ordered by keyboard alone', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL] }));
  await page.goto(`/carts/${cartId}`);
  await tabTo(page, page.getByRole('link', { name: 'Confirmer le panier' }));
  await page.keyboard.press('Enter');
  await tabTo(page, place(page));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toBeVisible();
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

test('the review prints every line and no buttons', async ({ page, api }) => {
  const lines = Array.from({ length: 20 }, (_, index) =>
    aLine({ customer_order_name: `Lieu ${index + 1}.`, note: `Note ${index + 1}.` }),
  );
  const { cartId } = api.given(aCart({ external_id: 'CDE-20', lines }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(line(page, 'Lieu 20.')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (let index = 1; index <= 20; index += 1) {
    const printed = line(page, `Lieu ${index}.`);
    await expect(printed).toContainText(`Note ${index}.`);
    await expect(printed).toContainText('maelle.kerbrat@kerbrat.example.fr');
    await expect(printed).toBeVisible();
  }
  await expect(place(page)).toBeHidden();
  await expect(page.getByRole('navigation')).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // A4 in points, and few sheets: three such lines fit on one.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12]/);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThan(10);
});

test('the review names lines with unsaved text', async ({ page, api, context }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Pas encore');
  await keptTexts(page, (count) => count === 1);
  const second = await context.newPage();
  await second.goto(`/carts/${cartId}/lines/new`);
  await field(second, 'Offre').fill('2173');
  await keptTexts(second, (count) => count === 2);
  await second.goto(`/carts/${cartId}/confirm`);
  const unsaved = second.getByRole('status').filter({ hasText: 'il ne sera pas commandé' });
  await expect(unsaved.getByRole('link', { name: /Siège/ })).toBeVisible();
  await expect(unsaved.getByRole('link', { name: 'Une nouvelle ligne' })).toBeVisible();
  await place(second).click();
  await expect(outcome(second)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeHidden();
  await expect(page.getByRole('main')).toContainText('Pas encore');
});

test('a deleted cart is not placed', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [FULL] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(line(page, 'Siège')).toBeVisible();
  api.faults.next(
    { operation: 'readCart', cartId },
    { answer: { status: 404, body: { detail: 'Not found.' } } },
  );
  await place(page).click();
  await expect(page.getByRole('link', { name: 'Voir les paniers' })).toBeFocused();
  await expect(line(page, 'Siège')).toHaveCount(0);
  await expect(place(page)).toHaveCount(0);
  expect(api.ledger.of('confirmCart')).toHaveLength(0);
});

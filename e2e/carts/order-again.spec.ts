import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { ending } from '~e2e/batches/steps';
import { field, row, saveLine, tabTo } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const REFUSED = [
  { code: 'INVALID_SIRET', property_path: 'related_contact_information[0].siret', value: '73282932000074' },
  { code: 'X-99', property_path: 'note', value: '' },
];
const GOOD = aLine({ customer_order_name: 'Siège', state: 'acknowledged' });
const BAD = aLine({
  customer_order_name: 'Agence',
  external_id: 'LIGNE-2',
  access_instructions: 'Sonner deux fois',
  note: 'Urgent',
  state: 'rejected_creation',
  termination_error: REFUSED,
});

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a rejected line continues in a new cart', async ({ page, api }) => {
  const { cartId, lineIds } = api.given(
    aCart({ external_id: 'CDE-7', project_id: 'PRJ', lines: [GOOD, BAD] }),
  );
  const before = JSON.stringify(api.store.cart(cartId).lines.map(({ content }) => content));
  await page.goto(`/carts/${cartId}`);
  await tabTo(page, button(page, 'Nouveau panier avec la ligne rejetée'));
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByLabel('Votre référence')).toHaveValue('CDE-7-R1');
  await expect(dialog(page).getByRole('checkbox', { name: /Agence/ })).toBeChecked();
  await expect(dialog(page).getByRole('checkbox', { name: /Siège/ })).toHaveCount(0);
  await tabTo(page, button(page, 'Créer ce panier'));
  await page.keyboard.press('Enter');
  await expect(ending(page)).toContainText('Le nouveau panier a 1 ligne.');
  expect(api.ledger.of('createCart').map(({ body }) => body)).toEqual([
    { external_id: 'CDE-7-R1', project_id: 'PRJ' },
  ]);
  const [created] = api.ledger.of('createLine').map(({ body }) => body);
  expect(created).toMatchObject({
    external_id: 'LIGNE-2',
    access_instructions: 'Sonner deux fois',
    note: 'Urgent',
  });
  for (const reset of ['id', 'state', 'order_reference', 'termination_error', 'order_date'])
    expect(created).not.toHaveProperty(reset);
  expect(JSON.stringify(api.store.cart(cartId).lines.map(({ content }) => content))).toBe(before);

  await tabTo(page, page.getByRole('link', { name: 'Ouvrir le nouveau panier' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Panier CDE-7-R1' })).toBeVisible();
  await row(page, 'Agence').getByRole('link').first().click();
  await expect(page).not.toHaveURL(new RegExp(lineIds[1] ?? ''));
});

test('a rejection stays until the value is changed', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: [GOOD, BAD] }));
  await page.goto(`/carts/${cartId}`);
  await button(page, 'Nouveau panier avec la ligne rejetée').click();
  await button(page, 'Créer ce panier').click();
  await expect(ending(page)).toBeVisible();
  await page.getByRole('link', { name: 'Ouvrir le nouveau panier' }).click();
  await expect(page.getByRole('heading', { name: 'Panier CDE-7-R1' })).toBeVisible();
  // The value that was refused is not changed: nobody calls the line ready.
  const before = "Valeur déjà rejetée : SIRET (INVALID_SIRET – L'opérateur n'accepte pas ce SIRET.)";
  await expect(row(page, 'Agence')).toContainText(before);
  await expect(row(page, 'Agence')).not.toContainText('✓');
  await expect(page.getByRole('main')).toContainText(
    '0 ligne prête à confirmer sur 1, 1 avec une valeur déjà rejetée',
  );
  await page.getByRole('link', { name: 'Confirmer le panier' }).click();
  await expect(page.getByRole('region', { name: /Agence/ })).toContainText(before);
  const place = page.getByRole('button', { name: 'Passer la commande' });
  await expect(place).toBeEnabled();
  await expect(place).toHaveAccessibleDescription(/1 avec une valeur déjà rejetée/);
  await page.goBack();
  await row(page, 'Agence').getByRole('link').first().click();
  await expect(page.getByText("Copiée d'une ligne rejetée")).toBeVisible();
  await expect(field(page, 'SIRET')).toHaveAccessibleDescription(/INVALID_SIRET – L'opérateur n'accepte pas/);
  await expect(field(page, 'Note')).toHaveAccessibleDescription(/X-99/);
  const kept = await page.evaluate(() => localStorage.getItem('orderdesk.rejections') ?? '');
  expect(kept).not.toContain('73282932000074');

  await page.reload();
  await expect(field(page, 'SIRET')).toHaveAccessibleDescription(/INVALID_SIRET/);
  await field(page, 'SIRET').fill('35600000000048');
  await expect(field(page, 'SIRET')).not.toHaveAccessibleDescription(/INVALID_SIRET/);
  await saveLine(page);
  await page.reload();
  await expect(field(page, 'Note')).toHaveAccessibleDescription(/X-99/);
  await expect(field(page, 'SIRET')).not.toHaveAccessibleDescription(/INVALID_SIRET/);
});

test('the proposed reference may be changed', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: [BAD] }));
  await page.goto(`/carts/${cartId}`);
  await button(page, 'Nouveau panier avec la ligne rejetée').click();
  await dialog(page).getByLabel('Votre référence').fill('AUTRE');
  await button(page, 'Créer ce panier').click();
  await expect(ending(page)).toContainText('Le nouveau panier a 1 ligne.');
  expect(api.ledger.last('createCart').body).toMatchObject({ external_id: 'AUTRE' });
});

test('a failed copy goes on with the missing lines', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400|500/);
  const bad = (name: string) => ({ ...BAD, customer_order_name: name });
  const { cartId, lineIds } = api.given(aCart({ external_id: 'CDE-7', lines: ['A1', 'A2', 'A3'].map(bad) }));
  await page.goto(`/carts/${cartId}`);
  await button(page, 'Nouveau panier avec les lignes rejetées').click();
  // Where an original cannot be read, nothing is sent.
  const [lineId = ''] = lineIds;
  api.faults.next({ operation: 'readLine', lineId, times: 3 }, { answer: { status: 500 } });
  await button(page, 'Créer ce panier').click();
  await expect(dialog(page)).toContainText("1 ligne n'a pas pu être lue. Rien n'a été envoyé.");
  expect(api.ledger.of('createCart')).toHaveLength(0);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'after' });
  await button(page, 'Réessayer').click();
  await first.met;
  await expect(page.getByRole('main')).toContainText('0 sur 3 lignes');
  api.faults.next({ operation: 'createLine' }, { answer: { status: 400, body: { detail: 'Non.' } } });
  first.release();
  await expect(ending(page)).toContainText('Le nouveau panier a 2 lignes.');
  await expect(row(page, 'A2')).toContainText('Non.');
  await button(page, 'Reprendre').click();
  await expect(ending(page)).toContainText('Le nouveau panier a 3 lignes.');
  const sent = api.ledger.of('createLine').map(({ body }) => body);
  expect(sent).toMatchObject(['A1', 'A2', 'A3', 'A2'].map((name) => ({ customer_order_name: name })));
  expect(api.ledger.of('createCart')).toHaveLength(1);
});

test('incomplete lines can be moved to a new cart', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({
      external_id: 'CDE-8',
      lines: [
        aLine({ customer_order_name: 'Prête' }),
        aLine({ customer_order_name: 'Agence', enni: '', external_id: 'L-2' }),
      ],
    }),
  );
  await page.goto(`/carts/${cartId}`);
  const gaps = page.getByRole('region', { name: 'À compléter' });
  await expect(gaps.getByRole('listitem').filter({ hasText: 'Agence' })).toContainText('Porte ENNI');
  await button(page, 'Déplacer vers un nouveau panier').click();
  await expect(dialog(page).getByLabel('Votre référence')).toHaveValue('CDE-8-M1');
  await expect(dialog(page).getByRole('checkbox', { name: /Agence/ })).toBeChecked();
  await expect(dialog(page).getByRole('checkbox', { name: /Prête/ })).not.toBeChecked();
  await button(page, 'Créer ce panier').click();
  await expect(ending(page)).toContainText('Le nouveau panier a 1 ligne.');
  expect(api.ledger.of('deleteLine')).toEqual([]);
  await button(page, 'Supprimer ici la ligne copiée').click();
  await expect(ending(page)).toContainText('Les lignes copiées sont supprimées ici.');
  expect(api.ledger.last('createLine').body).toMatchObject({ external_id: 'L-2' });

  await page.goto(`/carts/${cartId}`);
  await expect(page.getByText('1 ligne prête à confirmer sur 1')).toBeVisible();
  await expect(row(page, 'Agence')).toHaveCount(0);
});

test('deleting moved lines waits for our own limit', async ({ page, api, expectComplaint }) => {
  expectComplaint(/429/);
  const { cartId } = api.given(aCart({ external_id: 'CDE-8', lines: [aLine(), aLine({ enni: '' })] }));
  let isRefused = false;
  await page.route('**/product_order_item/*/', async (route) => {
    if (route.request().method() !== 'DELETE' || isRefused) return route.fallback();
    isRefused = true;
    const body = JSON.stringify({ code: 'own_limit', acted: 'no', id: 'r1' });
    return route.fulfill({ status: 429, headers: { 'X-OT': '1', 'Retry-After': '3' }, body });
  });
  await page.goto(`/carts/${cartId}`);
  await button(page, 'Déplacer vers un nouveau panier').click();
  await button(page, 'Créer ce panier').click();
  await button(page, 'Supprimer ici la ligne copiée').click();
  await expect(ending(page)).toContainText('Orderdesk lui-même limite le nombre de demandes');
  await expect(ending(page)).not.toContainText("L'API");
  await expect(ending(page)).toContainText('Les lignes copiées sont supprimées ici.');
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(api.ledger.of('deleteLine')).toHaveLength(1);
});

test('the two carts of a continued order are linked', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-7', lines: [BAD] }));
  api.given(aCart({ external_id: 'CDE-7-R1', lines: [GOOD] }));
  await page.goto(`/carts/${cartId}`);
  const made = page.getByRole('region', { name: 'Résultat' }).getByRole('link', { name: 'CDE-7-R1' });
  await expect(made).toBeVisible();
  await button(page, 'Nouveau panier avec la ligne rejetée').click();
  await expect(dialog(page).getByLabel('Votre référence')).toHaveValue('CDE-7-R2');
  await button(page, 'Annuler').click();
  await made.click();
  await expect(page.getByRole('heading', { name: 'Panier CDE-7-R1' })).toBeVisible();
  await page.getByRole('link', { name: 'CDE-7', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Panier CDE-7', exact: true })).toBeVisible();
});

import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { emptyLineValues } from '~/contract/order-line';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './fixtures';
import {
  lineValues,
  openBarePage,
  storeOlder,
  storeOlderReceipt,
  storeOlderText,
  writeAsOlderPage,
} from './older-version';
import { becomeOldPage } from './session-facts';
import { field, keptTexts, outcome, row } from './steps';

/* The first start after an upgrade: this browser's data carries over, and open pages of the old version must reload. */

const offer = (page: Page) => page.getByRole('status').filter({ hasText: "n'a pas été enregistrée" });
/** The older record goes once the new one is on the disk. */
const expectCarriedOver = (page: Page, name: string) =>
  expect.poll(() => page.evaluate((key) => localStorage.getItem(key), `orderdesk.${name}`)).toBeNull();
/** The id of an attempt at a process that is gone. */
const OLD_KEY = `${'a'.repeat(22)}.${Date.now()}.${'b'.repeat(22)}`;
const DRAFT = aCart({ external_id: 'CDE-1', lines: [aLine({ customer_order_name: 'Siège' })] });
const PLACED = aCart({
  external_id: 'CDE-1',
  lines: [aLine({ customer_order_name: 'Siège', state: 'acknowledged' })],
});

test('unsaved text of an older version is offered', async ({ page, api }) => {
  const { cartId, lineId } = api.given(DRAFT);
  await openBarePage(page);
  await storeOlderText(page, `line:${lineId}`, cartId, {
    base: await lineValues(api, lineId),
    mine: { note: 'Sonner deux fois', vlan_reference: '42' },
  });
  await page.goto('/lines');
  await expect(row(page, 'Saisie non enregistrée du')).toHaveCount(1);
  await page.goto(`/lines/${lineId}`);
  await expect(offer(page)).toContainText('Note');
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await expect(field(page, 'VLAN')).toHaveValue('42');
});

test('an unsaved new line of an older version is offered', async ({ page, api }) => {
  const { cartId } = api.given(DRAFT);
  await openBarePage(page);
  const base = emptyLineValues();
  await storeOlderText(page, `new-line:${cartId}`, cartId, { base, mine: { product_offering_id: '2173' } });
  await page.goto(`/carts/${cartId}/lines/new`);
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Offre')).toHaveValue('2173');
});

test('a receipt of an older version is shown', async ({ page, api }) => {
  const { cartId, lineId } = api.given(PLACED);
  await openBarePage(page);
  await storeOlderReceipt(page, api, cartId);
  api.store.changeLine(lineId, { values: { enni: 'AUTRE' } });
  await page.goto(`/carts/${cartId}`);
  await expect(outcome(page)).toContainText(/Envoyé le/);
  await page.getByRole('link', { name: 'Voir ce qui a été envoyé' }).click();
  await expect(page.getByRole('region', { name: /^Ligne 1 sur 1 · .*Siège/ })).toContainText('AZ001234');
});

test('carts followed by an older version stay followed', async ({ page, api }) => {
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-1', lines: [aLine({ state: 'in_progress', customer_order_name: 'STAY' })] }),
  );
  await openBarePage(page);
  await storeOlder(page, 'followed', { [cartId]: Date.now() - 60_000 });
  for (const round of ['first', 'second']) {
    await page.goto('/lines');
    await expect(page.getByRole('button', { name: '1 panier en cours' }), round).toBeVisible();
  }
  await expectCarriedOver(page, 'followed');
});

test('the order in doubt of an older version is kept', async ({ page, api }) => {
  const { cartId } = api.given(DRAFT);
  const since = Date.now() - 20_000;
  await openBarePage(page);
  await storeOlder(page, 'confirmations', { [cartId]: { since, until: since + 150_000, changesBefore: 9 } });
  for (const round of ['first', 'second']) {
    await page.goto(`/carts/${cartId}`);
    await expect(page.getByText('Nous ne savons pas encore si la commande'), round).toBeVisible();
    await expect(page.getByRole('link', { name: 'Confirmer le panier' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Supprimer le panier' })).toHaveCount(0);
  }
  await expectCarriedOver(page, 'confirmations');
});

test('a placed order of an older version is found', async ({ page, api }) => {
  const { cartId } = api.given(PLACED);
  const since = Date.now() - 20_000;
  await openBarePage(page);
  await storeOlder(page, 'confirmations', { [cartId]: { since, until: since + 150_000, changesBefore: 1 } });
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(outcome(page)).toContainText('La commande a été créée.');
  await expect(page.getByText('Nous ne savons pas encore si la commande')).toHaveCount(0);
});

test('a cart creation of an older version is carried over', async ({ page, api }) => {
  api.given(aCart({ external_id: 'ot-abcdefghijklmnopqrstuv' }));
  await openBarePage(page);
  await storeOlder(page, 'creations', {
    [OLD_KEY]: {
      kind: 'cart',
      attemptId: OLD_KEY,
      since: Date.now() - 5_000,
      before: [],
      reference: 'digest',
      ownReference: 'ot-abcdefghijklmnopqrstuv',
    },
  });
  await storeOlder(page, 'late-carts', { digest: { since: Date.now(), known: [], twin: '' } });
  await page.goto('/carts');
  const notice = page.getByRole('status').filter({ hasText: 'La création a eu lieu.' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Compris' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expectCarriedOver(page, 'creations');
  await expectCarriedOver(page, 'late-carts');
});

test('a line creation of an older version is carried over', async ({ page, api }) => {
  const { cartId, lineId } = api.given(DRAFT);
  const line = await lineValues(api, lineId);
  await openBarePage(page);
  await storeOlder(page, 'creations', {
    [OLD_KEY]: {
      kind: 'line',
      attemptId: OLD_KEY,
      since: Date.now() - 5_000,
      before: [],
      reference: createHash('sha256').update(line.external_id).digest('base64'),
      cartId,
      offer: line.product_offering_id,
      eligibilityItem: line.product_offering_qualification_item_id,
    },
  });
  await page.goto('/carts');
  const notice = page.getByRole('status').filter({ hasText: 'La création a eu lieu.' });
  await notice.getByRole('link', { name: 'Ouvrir' }).click();
  await expect(page).toHaveURL(new RegExp(`/lines/${lineId}$`));
});

for (const list of ['lines', 'carts'] as const)
  test(`saved views of ${list} stay after an upgrade`, async ({ page, api }) => {
    api.given(PLACED);
    await openBarePage(page);
    const settings = { columns: [], widths: {}, density: 'normal' };
    const views = [{ id: 'v1', name: 'Les miennes', address: { external_id: 'CDE-1' }, settings }];
    await storeOlder(page, `${list}.views`, { views, start: null });
    for (const round of ['first', 'second']) {
      await page.goto(`/${list}`);
      await page.getByRole('button', { name: /^Vue :/ }).click();
      await page.getByRole('button', { name: 'Les miennes', exact: true }).click();
      await expect(page, round).toHaveURL(`/${list}?external_id=CDE-1`);
    }
    await expectCarriedOver(page, `${list}.views`);
  });

test('choices of an older version stay', async ({ page, api }) => {
  const { lineId } = api.given(DRAFT);
  await openBarePage(page);
  await storeOlder(page, 'language', 'en');
  await storeOlder(page, 'color-scheme', 'dark');
  await storeOlder(page, 'character-shortcuts', 'off');
  await storeOlder(page, 'options', '7021 2210');
  await storeOlder(page, 'rejections', { [lineId]: { note: 'X-99' } });
  await storeOlder(page, 'lines.table', { columns: ['end_customer_name', 'state'] });
  await page.goto('/lines');
  await expect(page.getByRole('heading', { name: 'Order lines' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark');
  await expect(page.getByRole('columnheader', { name: 'End customer' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Your reference' })).toHaveCount(0);
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note')).toHaveAccessibleDescription(/X-99/);
  await expect(page.getByRole('button', { name: /7021/ })).toBeVisible();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog').getByRole('checkbox')).not.toBeChecked();
});

test('an open page of the old version must reload', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  const { cartId, lineId } = api.given(DRAFT);
  await openBarePage(page);
  const base = await lineValues(api, lineId);
  await storeOlderText(page, `line:${lineId}`, cartId, { base, mine: { note: 'Sonner deux fois' } });
  const path = `/api/v1/product_order/${cartId}/product_order_item/${lineId}`;
  // A page that may call the gateway, as the open one may.
  await page.goto('/lines');
  const told = await writeAsOlderPage(page, path, { note: 'Sonner deux fois' });
  expect(told).toMatchObject({ isSent: true, effect: 'none' });
  expect(told.texts.join(' ')).toContain('Rechargez la page');
  expect(api.ledger.of('updateLine')).toEqual([]);

  await page.goto(`/lines/${lineId}`);
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('a page of an earlier version offers to reload', async ({ page, api }) => {
  const { lineId } = api.given(DRAFT);
  await becomeOldPage(page);
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByText('Une nouvelle version est disponible')).toBeVisible();
  await field(page, 'Note').fill('Sonner deux fois');
  await keptTexts(page, (count) => count === 1);
  await page.getByRole('button', { name: 'Recharger la page' }).click();
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

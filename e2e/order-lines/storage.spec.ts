import type { Page } from '@playwright/test';
import { FAILURES, fill } from '~e2e/broken-storage';
import { expect, test } from '~e2e/fixtures';
import { becomeOldPage } from '~e2e/session-facts';
import { createLine, field, fillLine, keptTexts, outcome, saveLine } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

/* The editor while the browser's storage hangs, refuses or is full. What it says of text follows the disk. */

const warning = (page: Page, why = '') =>
  page.getByRole('alert').filter({ hasText: `n'est pas gardée sur cet ordinateur : ${why}` });
const offer = (page: Page) => page.getByRole('status').filter({ hasText: "n'a pas été enregistrée" });

/** In bytes: room for a short text; a text that is longer, and that the desk still sends. */
const ROOM = 50_000;
const TOO_LONG = 'x'.repeat(230_000);

/** Types a text that the disk takes, or one that it does not. */
async function type(page: Page, { isStored }: { readonly isStored: boolean }): Promise<void> {
  await field(page, 'Note').fill(isStored ? 'Sonner deux fois' : TOO_LONG);
  await (isStored ? keptTexts(page, (count) => count === 1) : expect(warning(page)).toBeVisible());
}

async function openLine(page: Page, api: MockApi): Promise<{ cartId: string; lineId: string }> {
  const ids = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/lines/${ids.lineId}`);
  return ids;
}

for (const { what, prepare, why } of FAILURES) {
  test(`the editor says that storage ${what}`, async ({ page, context, api }) => {
    await prepare(context);
    await openLine(page, api);
    await expect(warning(page, why)).toBeVisible();
    await field(page, 'Note').fill('S');
    await expect(warning(page, why)).toBeVisible();
    await expect(page.getByText(/est gardée? sur cet ordinateur/)).toHaveCount(0);
    await saveLine(page);
  });

  test(`a new line is saved while storage ${what}`, async ({ page, context, api }) => {
    await prepare(context);
    const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
    await page.goto(`/carts/${cartId}/lines/new`);
    await fillLine(page, [
      { label: 'Offre', value: '2173' },
      { label: "Élément d'éligibilité", value: 'ELIG-NEW' },
    ]);
    await expect(warning(page, why)).toBeVisible();
    await createLine(page);
    expect(api.ledger.of('createLine')).toHaveLength(1);
  });

  test(`text of a confirmed line stays while storage ${what}`, async ({
    page,
    context,
    api,
    expectComplaint,
  }) => {
    expectComplaint(/412/);
    await prepare(context);
    const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
    await page.goto(`/lines/${lineId}`);
    await field(page, 'Note').fill('Trop tard');
    await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }));
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const text = page.getByRole('status').filter({ hasText: 'Trop tard' });
    await expect(text.getByRole('button', { name: 'Copier Note' })).toBeVisible();
    await text.getByRole('button', { name: 'Abandonner cette saisie' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Abandonner', exact: true }).click();
    await expect(page.getByText('Trop tard')).toHaveCount(0);
  });
}

test('a full disk that holds a key warns at once', async ({ page, context, api }) => {
  // Room for the key that encrypts text, not for text.
  await fill(context, 8_000, 1);
  await openLine(page, api);
  await expect(warning(page, 'son stockage est plein')).toBeVisible();
});

test('text that no longer fits is named', async ({ page, context, api }) => {
  await fill(context, ROOM);
  await openLine(page, api);
  await type(page, { isStored: true });
  await expect(warning(page)).toHaveCount(0);
  await type(page, { isStored: false });
  await expect(warning(page, 'son stockage est plein')).toBeVisible();
  // The browser frees the room of a refused write when it likes.
  await expect(async () => {
    await field(page, 'Note').fill('');
    await field(page, 'Note').fill('Sonner');
    await expect(warning(page)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

test('earlier text is discarded from a full disk', async ({ page, context, api }) => {
  await fill(context, ROOM);
  const { lineId } = await openLine(page, api);
  await type(page, { isStored: true });
  await page.goto('/favicon.svg');
  await page.goto(`/lines/${lineId}`);
  await expect(offer(page)).toBeVisible();
  await type(page, { isStored: false });
  await offer(page).getByRole('button', { name: 'Abandonner cette saisie' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abandonner', exact: true }).click();
  await expect(offer(page)).toHaveCount(0);
  await keptTexts(page, (count) => count === 0);
});

for (const isStored of [true, false])
  test.describe(isStored ? 'text on the disk' : 'text in the page alone', () => {
    const says = isStored ? /(reste|est) gardée? sur cet ordinateur/ : /n'est pas gardée? sur cet ordinateur/;

    test.beforeEach(({ context }) => fill(context, ROOM));

    test('is told while a save is left', async ({ page, api }) => {
      await openLine(page, api);
      await type(page, { isStored });
      const write = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
      await page.keyboard.press('Control+s');
      await page.getByRole('link', { name: 'Paniers', exact: true }).click();
      const waiting = page.getByRole('dialog', { name: 'Enregistrement avant de quitter' });
      await expect(waiting).toBeVisible();
      await expect(waiting.getByText('gardé')).toHaveCount(isStored ? 1 : 0);
      write.release();
      await expect(page.getByRole('heading', { name: 'Paniers', exact: true })).toBeVisible();
    });

    test('is told before a reload', async ({ page, api }) => {
      await becomeOldPage(page);
      await openLine(page, api);
      const notice = page.getByRole('status').filter({ hasText: 'Une nouvelle version' });
      await expect(notice).toBeVisible();
      await expect(notice).not.toContainText('gardé');
      await type(page, { isStored });
      await expect(notice).toContainText(says);
    });

    test('is told while the cart is confirmed', async ({ page, context, api, expectComplaint }) => {
      // Both tabs still ask when the test's API goes.
      expectComplaint(/404/);
      const { cartId } = await openLine(page, api);
      await type(page, { isStored });
      const tab = await context.newPage();
      await tab.goto(`/carts/${cartId}/confirm`);
      const confirmation = api.faults.next({ operation: 'confirmCart' }, { hold: 'before' });
      await tab.getByRole('button', { name: 'Passer la commande' }).click();
      await confirmation.met;
      const notice = page.getByRole('status').filter({ hasText: 'en cours de confirmation, depuis' });
      await expect(async () => {
        // As when a person comes back to the tab: the line is read again.
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
        await expect(notice).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await expect(notice).toContainText(says);
      confirmation.release();
      await expect(outcome(tab)).toBeVisible();
    });

    test('is told once the line is confirmed', async ({ page, api, expectComplaint }) => {
      expectComplaint(/412/);
      const { cartId } = await openLine(page, api);
      await type(page, { isStored });
      await api.fetch(
        new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }),
      );
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      const notice = page.getByRole('status').filter({ hasText: "Votre saisie n'est pas dans cette ligne" });
      await expect(notice).toContainText(says);
    });
  });

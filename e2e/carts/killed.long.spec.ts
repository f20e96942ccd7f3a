import { setTimeout as after } from 'node:timers/promises';
import { expect } from '~e2e/fixtures';
import { test } from '~e2e/killable-desk';
import { killer } from '~e2e/killed-browser';
import { neverRetry, rounds } from '~e2e/long-trial';
import { outcome } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/* The browser is killed 0 to 1,000 ms after a click: its next start says what the API's ledger has. */

neverRetry(test);

/** The moment of a kill, in milliseconds after the click. */
const momentOf = (round: number) => Math.round(((round - 1) * 1000) / 19);

/** The limit of the promise: three minutes after the next start. */
const NAMED = { timeout: 180_000 };

for (const round of rounds({ whole: 20, sample: 2 }))
  test(`a browser killed after ${momentOf(round)} ms knows the order's outcome`, async ({ desk }) => {
    test.setTimeout(300_000);
    const { api, origin } = desk;
    const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
    const first = await desk.start();
    await first.page.goto(`${origin}/carts/${cartId}/confirm`);
    const place = first.page.getByRole('button', { name: 'Passer la commande' });
    await expect(place).toBeEnabled();
    const kill = await killer(first.context);
    await place.click();
    await after(momentOf(round));
    await kill();

    const { page } = await desk.start();
    await page.goto(`${origin}/carts/${cartId}`);
    const isPlaced = outcome(page);
    const isNot = page.getByRole('link', { name: 'Confirmer le panier' });
    await expect(isPlaced.or(isNot)).toBeVisible(NAMED);
    const says = (await isPlaced.count()) > 0;
    expect(says).toBe(api.ledger.of('confirmCart').length > 0);
    expect(api.ledger.of('confirmCart').length).toBeLessThanOrEqual(1);
  });

for (const round of rounds({ whole: 20, sample: 2 }))
  test(`a browser killed ${momentOf(round)} ms after Create says its outcome`, async ({ desk }) => {
    test.setTimeout(300_000);
    const { api, origin } = desk;
    const first = await desk.start();
    await first.page.goto(`${origin}/carts#new`);
    const create = first.page.getByRole('button', { name: 'Créer le panier' });
    await expect(create).toBeEnabled();
    const kill = await killer(first.context);
    await create.click();
    await after(momentOf(round));
    // A page that has opened its cart has named it.
    const isOpened = /\/carts\/[\w-]{36}$/.test(first.page.url());
    await kill();

    const { page } = await desk.start();
    await page.goto(`${origin}/carts`);
    await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
    const notice = page.getByRole('status').filter({ hasText: /^Panier envoyé à/ });
    const isCreated = () => api.ledger.of('createCart').length > 0;
    if (isCreated() && !isOpened) {
      await expect(notice).toContainText('La création a eu lieu.', NAMED);
    } else if (!isOpened) {
      await expect(notice.filter({ hasText: 'La création a eu lieu.' })).toHaveCount(0);
      await expect(notice.filter({ hasText: 'Nous ' })).toHaveCount(0, NAMED);
    }
    expect(api.ledger.of('createCart').length).toBeLessThanOrEqual(1);
  });

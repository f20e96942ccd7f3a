import { setTimeout as after } from 'node:timers/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { matchOperation } from '~/contract/operations';
import { ConnectionCut } from '~/mock-api/http/faults';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect } from '~e2e/fixtures';
import { aSheet, checkPasted } from '~e2e/import/steps';
import { test as base, type KillableDesk } from '~e2e/killable-desk';
import { killer } from '~e2e/killed-browser';
import { dice, neverRetry, rounds, runSeed } from '~e2e/long-trial';
import { duplicateCart, expectSum, total } from './steps';

/*
 * The browser is killed at a random moment of a batch of 50 rows, three times, with the batch open in two tabs. The API
 * creates a line at each request, and one answer in twenty is lost. In the end each row has exactly one line.
 */

const ROWS = 50;
const KILLS = 3;
const NAMED = { timeout: 120_000 };

const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern
  onTheWay: async ({}, provide, info) => {
    const roll = dice(runSeed() + info.title.length);
    await provide(async (request, next) => {
      const answer = await next();
      const call = matchOperation(request.method, new URL(request.url).pathname);
      if (call?.name === 'createLine' && roll(20) === 0) throw new ConnectionCut();
      return answer;
    });
  },
});
neverRetry(test);
test.use({ awaitPause: false });

const ended = (page: Page) =>
  page.getByRole('status').filter({ hasText: /Le nouveau panier a|lignes créées dans le panier/ });

for (const round of rounds({ whole: 30, sample: 1 }))
  test(`fifty copies survive kills exactly, round ${round}`, async ({ desk }) => {
    test.setTimeout(600_000);
    const { api, origin } = desk;
    const lines = Array.from({ length: ROWS }, (_, index) =>
      aLine({ end_customer_name: `Client ${index + 1}` }),
    );
    const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
    const started = await desk.start();
    await started.page.goto(`${origin}/carts/${cartId}`);
    const url = await duplicateCart(started.page);
    const page = await killedOften(desk, started.context, url, dice(runSeed() + round));
    const copies = api.store.lines().filter(({ cart }) => cart.id !== cartId);
    expect(copies).toHaveLength(ROWS);
    expect(new Set(copies.map(({ content }) => content.values.end_customer_name)).size).toBe(ROWS);
    await expectSum(page);
    expect(await total(page, 'créée')).toBe(ROWS);
  });

/** Some rows have no reference, and every tenth is equal to the one before it. */
function anUnevenSheet(): { readonly sheet: string; readonly customers: readonly string[] } {
  const changes: Record<number, Record<string, string>> = {};
  const customers = Array.from({ length: ROWS }, (_, index) => `Boulangerie ${index + 1}`);
  for (let row = 3; row <= ROWS; row += 3) changes[row] = { 'Votre référence': '' };
  const [header = '', ...rows] = aSheet(ROWS, changes).split('\n');
  for (let index = 9; index < ROWS; index += 10) {
    rows[index] = rows[index - 1] ?? '';
    customers[index] = customers[index - 1] ?? '';
  }
  return { sheet: [header, ...rows].join('\n'), customers };
}

for (const round of rounds({ whole: 30, sample: 1 }))
  test(`fifty imported rows survive kills exactly, round ${round}`, async ({ desk }) => {
    test.setTimeout(600_000);
    const { api, origin } = desk;
    const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
    const { sheet, customers } = anUnevenSheet();
    const started = await desk.start();
    await started.page.goto(`${origin}/carts/${cartId}/import`);
    await checkPasted(started.page, sheet);
    await started.page.getByRole('button', { name: 'Créer les lignes' }).click();
    await expect(started.page).toHaveURL(/\/batches\/[\w-]+$/, NAMED);
    const url = started.page.url();
    const page = await killedOften(desk, started.context, url, dice(runSeed() + 1000 + round));
    const names = api.store.lines().map(({ content }) => content.values.end_customer_name);
    expect(names.toSorted()).toEqual([...customers].toSorted());
    expect(api.store.carts()).toHaveLength(1);
    await expectSum(page);
    expect(await total(page, 'créée')).toBe(ROWS);
  });

/** Kills the browser at moments of the dice, goes on in two tabs each time, and gives the page once the batch has ended. */
async function killedOften(
  desk: KillableDesk,
  first: BrowserContext,
  url: string,
  roll: (sides: number) => number,
): Promise<Page> {
  let context = first;
  for (let kills = 0; ; kills += 1) {
    await after(roll(1500));
    await (
      await killer(context)
    )();
    const started = await desk.start();
    const { page } = started;
    context = started.context;
    const other = await context.newPage();
    await Promise.all([page.goto(url), other.goto(url)]);
    // Both tabs try; one of them owns the batch.
    for (const tab of [page, other]) {
      const goOn = tab.getByRole('button', { name: 'Reprendre' });
      await expect(goOn.or(ended(tab)).or(tab.getByText('dans un autre onglet'))).toBeVisible(NAMED);
      await clickIfThere(goOn);
    }
    if (kills + 1 < KILLS) continue;
    await finish(page);
    return page;
  }
}

/** Another tab may take the batch over before the click: then the button is gone. */
async function clickIfThere(button: Locator): Promise<void> {
  if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
}

/** Presses Go on until the batch has ended: a pause asks for a person each time. */
async function finish(page: Page): Promise<void> {
  await expect(async () => {
    await clickIfThere(page.getByRole('button', { name: 'Reprendre' }));
    await expect(ended(page)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 240_000 });
}

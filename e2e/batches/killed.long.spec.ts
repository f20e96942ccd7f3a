import { setTimeout as after } from 'node:timers/promises';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { matchOperation } from '~/contract/operations';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';
import { ConnectionCut } from '~/mock-api/http/faults';
import { aCart, aLine } from '~/mock-api/store/given';
import { serveApi } from '~e2e/api-server';
import { expect, test as base } from '~e2e/fixtures';
import { startGateway } from '~e2e/gateway-process';
import { killer } from '~e2e/killed-browser';
import { dice, neverRetry, rounds, runSeed } from '~e2e/long-trial';
import { duplicateCart, ending, expectSum, total } from './steps';

/*
 * The browser is killed at a random moment of a batch of 50 rows, three times, with the batch open in two tabs. The API
 * creates a line at each request, and one answer in twenty is lost. In the end each row has exactly one line.
 */

const ROWS = 50;
const KILLS = 3;
const NAMED = { timeout: 120_000 };

interface Desk {
  readonly api: MockApi;
  readonly origin: string;
  /** Starts the browser with the same profile as before. */
  readonly start: () => Promise<{ readonly page: Page; readonly context: BrowserContext }>;
}

const test = base.extend<{ desk: Desk }>({
  desk: async ({ playwright, launchOptions, locale, timezoneId }, provide, info) => {
    const api = createMockApi({});
    const roll = dice(runSeed() + info.title.length);
    const server = await serveApi(async (request) => {
      const answer = await api.fetch(request);
      const call = matchOperation(request.method, new URL(request.url).pathname);
      if (call?.name === 'createLine' && roll(20) === 0) throw new ConnectionCut();
      return answer;
    });
    const gateway = await startGateway(server.origin, { awaitPause: false });
    const started: BrowserContext[] = [];
    await provide({
      api,
      origin: gateway.origin,
      start: async () => {
        const context = await playwright.chromium.launchPersistentContext(info.outputPath('profile'), {
          ...launchOptions,
          ...(locale === undefined ? {} : { locale }),
          ...(timezoneId === undefined ? {} : { timezoneId }),
        });
        started.push(context);
        return { page: context.pages()[0] ?? (await context.newPage()), context };
      },
    });
    await Promise.all(started.map((context) => context.close().catch(() => undefined)));
    await gateway.kill();
    server.close();
  },
});

neverRetry(test);

for (const round of rounds({ whole: 60, sample: 2 }))
  test(`fifty rows survive kills exactly, round ${round}`, async ({ desk }) => {
    test.setTimeout(600_000);
    const { api, origin } = desk;
    const roll = dice(runSeed() + round);
    const lines = Array.from({ length: ROWS }, (_, index) =>
      aLine({ end_customer_name: `Client ${index + 1}` }),
    );
    const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
    const copies = () => api.store.lines().filter(({ cart }) => cart.id !== cartId);

    let { page, context } = await desk.start();
    await page.goto(`${origin}/carts/${cartId}`);
    const url = await duplicateCart(page);
    for (let kills = 0; kills < KILLS; kills += 1) {
      await after(roll(1500));
      await (
        await killer(context)
      )();
      ({ page, context } = await desk.start());
      const other = await context.newPage();
      await Promise.all([page.goto(url), other.goto(url)]);
      // Both tabs try; one of them owns the batch.
      for (const tab of [page, other]) {
        const goOn = tab.getByRole('button', { name: 'Reprendre' });
        await expect(goOn.or(ending(tab)).or(tab.getByText('dans un autre onglet'))).toBeVisible(NAMED);
        await clickIfThere(goOn);
      }
    }
    await finish(page);
    expect(copies()).toHaveLength(ROWS);
    expect(new Set(copies().map(({ content }) => content.values.end_customer_name)).size).toBe(ROWS);
    await expectSum(page);
    expect(await total(page, 'créée')).toBe(ROWS);
  });

/** Another tab may take the batch over before the click: then the button is gone. */
async function clickIfThere(button: Locator): Promise<void> {
  if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
}

/** Presses Go on until the batch has ended: a pause asks for a person each time. */
async function finish(page: Page): Promise<void> {
  await expect(async () => {
    await clickIfThere(page.getByRole('button', { name: 'Reprendre' }));
    await expect(ending(page)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 240_000 });
}

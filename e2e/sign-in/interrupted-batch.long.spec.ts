import type { BrowserContext, Page } from '@playwright/test';
import { expectSum, total } from '~e2e/batches/steps';
import { expect, test as base } from '~e2e/fixtures';
import { aSheet, button, checkPasted } from '~e2e/import/steps';
import { browsersOf, killer, type ProfileBrowsers } from '~e2e/killed-browser';
import { neverRetry, rounds } from '~e2e/long-trial';
import type { MockApi } from '~/mock-api/create-mock-api';
import type { FaultHandle } from '~/mock-api/http/faults';
import { aCart } from '~/mock-api/store/given';
import { openGuardedDesk, type GuardedDesk } from './guarded-desk';
import { sheet, signIn } from './steps';

/*
 * A batch of a signed-in person loses the network at one row, its browser at another and its sign-in at a third. The
 * person goes on each time.
 */

const ROWS = rounds({ whole: 500, sample: 15 }).length;
const [CUT, KILLED, EXPIRED] = [Math.round(ROWS * 0.16), Math.round(ROWS * 0.4), Math.round(ROWS * 0.6)];
const SLOW = { timeout: 60_000 };

const test = base.extend<{ desk: GuardedDesk & { readonly start: ProfileBrowsers['start'] } }>({
  desk: async ({ playwright, launchOptions, locale, timezoneId }, provide, info) => {
    const desk = await openGuardedDesk({ signIn: 'oidc' });
    const options = { launchOptions, locale, timezoneId };
    const browsers = browsersOf(playwright.chromium, info.outputPath('profile'), options);
    await provide({ ...desk, start: browsers.start });
    await browsers.close();
    await desk.close();
  },
});
neverRetry(test);

/** Holds the request of a row, counted from 1. The rows before it pass. */
function holdRow({ faults, ledger }: MockApi, row: number, hold: 'before' | 'after'): FaultHandle {
  faults.next({ operation: 'createLine', times: row - 1 - ledger.of('createLine').length }, {});
  return faults.next({ operation: 'createLine' }, { hold });
}

/** Goes on until the row is held, and waits for that. */
async function goOnUntil(page: Page, held: FaultHandle): Promise<void> {
  await button(page, 'Reprendre').click();
  await held.met;
}

/** The answer of a row is lost with the network, until a person looks. */
async function loseNetwork(page: Page, context: BrowserContext, held: FaultHandle): Promise<void> {
  await context.setOffline(true);
  held.release();
  await expect(page.getByRole('alert')).toContainText("le réseau ou l'API ne répond pas", SLOW);
  await context.setOffline(false);
}

/** The sign-in ends, and begins anew in a window of its own. */
async function loseSignIn(page: Page, context: BrowserContext, held: FaultHandle): Promise<void> {
  await context.clearCookies({ name: /^__Host-Http-ot/ });
  held.release();
  await expect(sheet(page)).toBeVisible(SLOW);
  const opened = page.waitForEvent('popup');
  await sheet(page).getByRole('link', { name: 'Se connecter avec le compte' }).click();
  // The provider has a session still: the window asks nothing and closes.
  await (await opened).waitForEvent('close');
  await expect(page.getByRole('alert')).toContainText('votre connexion est terminée', SLOW);
}

test(`${ROWS} rows survive cut, kill and expired sign-in`, async ({ desk }) => {
  test.setTimeout(1_800_000);
  const { api, origin } = desk;
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  const first = await desk.start();
  await first.page.goto(`${origin}/carts/${cartId}/import`);
  await signIn(first.page);
  await checkPasted(first.page, aSheet(ROWS));
  const cut = holdRow(api, CUT, 'after');
  await button(first.page, 'Créer les lignes').click();
  await cut.met;
  const url = first.page.url();
  await loseNetwork(first.page, first.context, cut);

  const killed = holdRow(api, KILLED, 'after');
  await goOnUntil(first.page, killed);
  await (
    await killer(first.context)
  )();
  killed.release();
  const { page, context } = await desk.start();
  await context.clearCookies();
  await page.goto(url);
  await signIn(page);
  await expect(page.getByRole('alert')).toContainText('Interrompu', SLOW);

  const expired = holdRow(api, EXPIRED, 'before');
  await goOnUntil(page, expired);
  await loseSignIn(page, context, expired);
  await button(page, 'Reprendre').click();

  await expect(page.getByText(`${ROWS} lignes créées dans le panier.`)).toBeVisible({ timeout: 900_000 });
  await expectSum(page);
  expect(await total(page, 'créée')).toBe(ROWS);
  const references = api.store.lines().map(({ content }) => content.values.external_id);
  expect(references).toHaveLength(ROWS);
  expect(new Set(references).size).toBe(ROWS);
  expect(desk.log.filter((line) => line.includes('too_many'))).toEqual([]);
});

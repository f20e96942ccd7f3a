import type { Page } from '@playwright/test';
import { duplicateCart, ending, total } from '~e2e/batches/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import type { GuardedDesk } from './guarded-desk';
import { sheet, signIn } from './steps';

const SLOW = { timeout: 60_000 };
const goOn = (page: Page) => page.getByRole('button', { name: 'Reprendre' });

/** A signed-in person whose batch of six rows is held at its second one. */
async function heldAtSecondLine(page: Page, { api, origin }: GuardedDesk) {
  const { cartId } = api.given(
    aCart({ external_id: 'CDE-1', lines: Array.from({ length: 6 }, () => aLine()) }),
  );
  await page.goto(`${origin}/carts/${cartId}`);
  await signIn(page);
  const first = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  const url = await duplicateCart(page);
  await first.met;
  const second = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  first.release();
  await second.met;
  return { second, url };
}

test('an ended sign-in pauses a batch', async ({ page, desk }) => {
  test.setTimeout(90_000);
  const { second } = await heldAtSecondLine(page, desk);
  await page.context().clearCookies({ name: /^__Host-Http-ot/ });
  second.release();
  await expect(sheet(page)).toBeVisible(SLOW);
  const opened = page.waitForEvent('popup');
  await sheet(page).getByRole('link', { name: 'Se connecter avec le compte' }).click();
  // The provider has a session still: the window asks nothing and closes.
  await (await opened).waitForEvent('close');
  await expect(sheet(page)).toHaveCount(0, SLOW);
  await expect(page.getByRole('alert')).toContainText('votre connexion est terminée');
  expect(desk.api.ledger.of('createLine')).toHaveLength(2);
  await goOn(page).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 6 lignes.', SLOW);
  expect(desk.api.ledger.of('createLine')).toHaveLength(6);
});

test('signing out pauses a batch, and hides it from others', async ({ page, desk }) => {
  test.setTimeout(90_000);
  const { second, url } = await heldAtSecondLine(page, desk);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  second.release();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
  await page.context().clearCookies();
  await page.goto(url);
  await signIn(page, 'second.person');
  await expect(page.getByText("Ce navigateur n'a pas ce lot")).toBeVisible();
  await page.getByRole('link', { name: 'Tous les lots' }).click();
  await expect(page.getByText('Aucun lot')).toBeVisible();

  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto(url);
  await signIn(page);
  await expect(goOn(page)).toBeVisible();
  expect(await total(page, 'Total')).toBe(6);
  await goOn(page).click();
  await expect(ending(page)).toContainText('Le nouveau panier a 6 lignes.', SLOW);
  expect(desk.api.ledger.of('createLine')).toHaveLength(6);
});

import type { BrowserContext, Page, Route } from '@playwright/test';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './fixtures';
import { field, keptTexts, outcome, row } from './steps';

/* A proxy before the gateway whose session ends: it answers every call in the place of the gateway. */

const FORM = '<!doctype html><title>Portal</title><form></form>';
const html = { 'content-type': 'text/html' };

const ENDINGS = {
  'a page': (route: Route) => route.fulfill({ status: 200, headers: html, body: FORM }),
  'a redirect': (route: Route) => route.fulfill({ status: 302, headers: { location: '/portal' } }),
  'a redirect elsewhere': (route: Route) =>
    route.fulfill({ status: 302, headers: { location: 'https://portal.invalid/form' } }),
  Basic: (route: Route) =>
    route.fulfill({ status: 401, headers: { ...html, 'www-authenticate': 'Basic' }, body: FORM }),
  'an empty 401': (route: Route) => route.fulfill({ status: 401 }),
} as const satisfies Record<string, (route: Route) => Promise<void>>;

type Ending = (typeof ENDINGS)[keyof typeof ENDINGS];

/** Ends the session of the proxy: from now on it answers. Gives the new sign-in there. */
async function endProxySession(context: BrowserContext, answer: Ending): Promise<() => Promise<void>> {
  const calls = /\/(api|auth|gw)\//;
  await context.route(calls, answer);
  return () => context.unroute(calls, answer);
}

const notice = (page: Page) =>
  page.getByRole('alert').filter({ hasText: "auprès d'un proxy ou d'un pare-feu de votre réseau" });

/** Its words and its reload, and none that blame the API or this desk. */
async function expectProxySignIn(page: Page): Promise<void> {
  await expect(notice(page)).toBeVisible({ timeout: 20_000 });
  await expect(notice(page).getByRole('button', { name: 'Recharger la page' })).toBeVisible();
  await expect(page.getByText('Enregistrement…')).toHaveCount(0, { timeout: 20_000 });
  const words = page.locator('body');
  await expect(words).not.toContainText(/illisible|L'API a échoué|session est terminée\.|pas le droit/);
}

async function reloadAt(page: Page): Promise<void> {
  await notice(page).getByRole('button', { name: 'Recharger la page' }).click();
}

test.beforeEach(({ expectComplaint }) => {
  expectComplaint(/Failed to load resource|Access to fetch|preload/);
});

for (const [name, answer] of Object.entries(ENDINGS)) {
  test(`${name} of a proxy at a save keeps the text`, async ({ page, context, api }) => {
    const { lineId } = api.given(aCart({ lines: [aLine()] }));
    await page.goto(`/lines/${lineId}`);
    await field(page, 'Note').fill('Sonner deux');
    await keptTexts(page, (count) => count > 0);

    const signInThere = await endProxySession(context, answer);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expectProxySignIn(page);
    await expect(page.getByText("La ligne n'a pas été enregistrée")).toBeVisible();
    await field(page, 'Note').fill('Sonner deux fois');
    await expect(page.getByText(/^Modifications non enregistrées/)).toBeVisible();
    await expect(page.getByText("n'est pas gardée sur cet ordinateur")).toHaveCount(0);

    await signInThere();
    await reloadAt(page);
    await page.getByRole('button', { name: 'Restaurer' }).click();
    await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
    await expect(notice(page)).toHaveCount(0);
    expect(api.ledger.of('updateLine')).toEqual([]);
  });
}

test('a search behind a signed-out proxy says so', async ({ page, context, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Dupont' })] }));
  await page.goto('/lines');
  await expect(row(page, 'Dupont')).toBeVisible();
  await page.getByRole('button', { name: 'Raccourcis clavier' }).waitFor();
  await endProxySession(context, ENDINGS['a redirect elsewhere']);
  await page.getByRole('searchbox').fill('Martin');
  await expectProxySignIn(page);
});

test('the palette behind a signed-out proxy says so', async ({ page, context, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Dupont' })] }));
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Raccourcis clavier' }).waitFor();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  await endProxySession(context, ENDINGS['a redirect elsewhere']);
  await page.keyboard.type('Martin');
  await expect(palette.getByRole('alert')).toContainText('Un intermédiaire demande une nouvelle connexion');
});

test('an export behind a signed-out proxy says so', async ({ page, context, api }) => {
  api.given(aCart({ lines: [aLine({ end_customer_name: 'Dupont' })] }));
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await endProxySession(context, ENDINGS['a page']);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Un intermédiaire demande une nouvelle connexion');
});

test('a followed cart goes on after the sign-in there', async ({ page, context, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}/confirm`);
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(outcome(page)).toBeVisible();
  const signInThere = await endProxySession(context, ENDINGS['a redirect']);
  await expectProxySignIn(page);
  await expect(outcome(page)).toBeVisible();
  await signInThere();
  await expect(notice(page)).toHaveCount(0, { timeout: 30_000 });
});

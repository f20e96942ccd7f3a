import { field, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect, test } from './desk-test';
import { sheet, signInWithAccount } from './steps';
import { ACCOUNT } from './token-provider';

test.use({ signIn: 'account' });

const CART = aCart({
  external_id: 'CDE-1',
  lines: [aLine({ external_id: 'SIEGE', customer_order_name: 'Siège' })],
});
const LIST = '/api/v1/product_order_item/';

test('a wrong password is refused and cleared', async ({ page, desk }) => {
  desk.api.given(CART);
  await page.goto(`${desk.origin}/lines`);
  await signInWithAccount(page, ACCOUNT.user, 'wrong');
  await expect(sheet(page).getByRole('alert')).toContainText("n'ont pas été acceptés");
  await expect(sheet(page).getByLabel('Mot de passe')).toHaveValue('');
  await expect(sheet(page).getByLabel('Mot de passe')).toBeFocused();
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(row(page, 'Siège')).toBeVisible();
  await expect(page.getByText(ACCOUNT.user, { exact: true })).toBeVisible();
});

test('too many attempts wait for a countdown', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/429/);
  await page.clock.install();
  await page.goto(`${desk.origin}/lines`);
  let sent = 0;
  await page.route('**/auth/login', (route) => {
    sent += 1;
    const json = { code: 'too_many', acted: 'no', retry_after: 8 };
    return route.fulfill({ status: 429, headers: { 'X-OT': '1' }, json });
  });
  await signInWithAccount(page, ACCOUNT.user, 'wrong');
  const problem = sheet(page).getByRole('alert');
  await expect(problem).toContainText('Vous pourrez réessayer dans 8 s');
  const submit = sheet(page).getByRole('button', { name: 'Se connecter' });
  await expect(submit).toBeDisabled();
  await sheet(page).getByLabel('Mot de passe').press('Enter');
  await page.clock.runFor(8_000);
  await expect(problem.getByRole('status')).toHaveText('Vous pouvez réessayer.');
  expect(sent).toBe(1);
  await page.unroute('**/auth/login');
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(page.getByText(ACCOUNT.user, { exact: true })).toBeVisible();
});

test('a sign-out clears the screen before the server answers', async ({ page, desk, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_REFUSED/);
  desk.api.given(CART);
  await page.clock.install();
  await page.goto(`${desk.origin}/lines`);
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(row(page, 'Siège')).toBeVisible();
  await page.route('**/auth/logout', (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText("Le serveur n'a pas encore pu être prévenu")).toBeVisible();
  await expect(row(page, 'Siège')).toBeHidden();
  await page.unroute('**/auth/logout');
  await page.clock.runFor(5_000);
  await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
  await expect.poll(() => desk.provider.asked).toContain('end');
  // Whoever signs in on that page is known on the next.
  const main = page.getByRole('main');
  await main.getByLabel('Nom du compte').fill(ACCOUNT.user);
  await main.getByLabel('Mot de passe').fill(ACCOUNT.password);
  await main.getByRole('button', { name: 'Se connecter' }).click();
  await expect(row(page, 'Siège')).toBeVisible();
  await expect(page.getByText(ACCOUNT.user, { exact: true })).toBeVisible();
});

test('the next person never gets the previous session', async ({ page, context, desk, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_REFUSED/);
  desk.api.given(CART);
  await page.goto(`${desk.origin}/lines`);
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(row(page, 'Siège')).toBeVisible();
  const copied = await context.cookies(desk.origin);
  // No call reaches the gateway, and the person leaves.
  await context.route(/\/(auth|api|gw)\//, (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText("Le serveur n'a pas encore pu être prévenu")).toBeVisible();
  await page.close();
  await context.unrouteAll();

  const next = await context.newPage();
  await next.goto(`${desk.origin}/lines`);
  await expect(sheet(next)).toBeVisible();
  await expect(next.getByText(ACCOUNT.user, { exact: true })).toHaveCount(0);
  await expect(row(next, 'Siège')).toHaveCount(0);
  await expect.poll(() => desk.provider.asked).toContain('end');
  const cookie = copied.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${desk.origin}/api/v1/product_order_item/`, {
    headers: { cookie, 'x-ot': '1', origin: desk.origin },
  });
  expect(answer.status).toBe(401);
});

test('a late sign-out does not end the next session', async ({ page, context, desk, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_REFUSED/);
  desk.api.given(CART);
  await page.goto(`${desk.origin}/lines`);
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(row(page, 'Siège')).toBeVisible();
  await page.clock.install();
  await page.route('**/auth/logout', (route) => route.abort('connectionrefused'));
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByText("Le serveur n'a pas encore pu être prévenu")).toBeVisible();
  const next = await context.newPage();
  await next.goto(`${desk.origin}/lines`);
  await signInWithAccount(next, ACCOUNT.user, ACCOUNT.password);
  await expect(row(next, 'Siège')).toBeVisible();
  await page.unroute('**/auth/logout');
  await page.clock.runFor(5_000);
  await expect(row(page, 'Siège')).toBeVisible();
  await next.reload();
  await expect(row(next, 'Siège')).toBeVisible();
});

test.describe('with tokens of a minute', () => {
  // A write may not leave with less than 45 seconds of life in its token: so it is renewed first. A new token has 5 to spare.
  test.use({ lifeSeconds: 50 });

  test('a write renews its token first, once', async ({ page, desk }) => {
    desk.api.given(CART);
    const lineId = desk.api.store.lines()[0]?.id ?? '';
    await page.goto(`${desk.origin}/lines/${lineId}`);
    await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
    const signedInAt = Date.now();
    await field(page, 'Note').fill('Half a sentence');
    await expect.poll(() => Date.now() - signedInAt, { timeout: 10_000 }).toBeGreaterThan(5_500);
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByText(/Enregistré/).first()).toBeVisible();
    expect(desk.api.ledger.of('updateLine')).toHaveLength(1);
    expect(desk.provider.asked.filter((asked) => asked === 'refresh')).toHaveLength(1);
  });
});

test.describe('with tokens of seconds', () => {
  test.use({ lifeSeconds: 4 });

  test('fifty lists with an expired token cause one renewal', async ({ page, context, desk }) => {
    desk.api.given(CART);
    await page.clock.install();
    await page.goto(`${desk.origin}/lines`);
    await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
    await expect(row(page, 'Siège')).toBeVisible();
    // The page renews by itself too, every ten seconds.
    await page.clock.pauseAt(Date.now() + 1_000);
    const ask = () => page.evaluate(async (path) => (await fetch(path)).status, LIST);
    await expect.poll(ask).toBe(401);
    const before = desk.provider.asked.length;
    desk.provider.lifeSeconds = 300;
    // All with the cookie of this moment, as tabs have it that ask at once; the page is the last of them.
    const kept = await context.cookies(desk.origin);
    const asked = {
      method: 'POST',
      headers: { 'x-ot': '1', 'content-type': 'application/json' },
      body: '{"active":true}',
    };
    const cookie = kept.map(({ name, value }) => `${name}=${value}`).join('; ');
    const headers = { ...asked.headers, origin: desk.origin, cookie };
    const tabs = Array.from({ length: 49 }, async () => {
      const { status } = await fetch(`${desk.origin}/auth/refresh`, { ...asked, headers });
      return status;
    });
    const statuses = await Promise.all(tabs);
    statuses.push(await page.evaluate(async (init) => (await fetch('/auth/refresh', init)).status, asked));
    expect(await ask()).toBe(200);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(desk.provider.asked.slice(before)).toEqual(['refresh']);
  });

  test('a list goes on after a new sign-in', async ({ page, desk }) => {
    desk.api.given(CART);
    await page.goto(`${desk.origin}/lines`);
    await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
    // The counts have been asked for by then: it is the search that meets the end of the session.
    await expect(page.getByRole('link', { name: 'Brouillon 1' })).toBeVisible();
    desk.provider.endSessions();
    await page.getByLabel('Rechercher').fill('Sièg');
    await expect(sheet(page)).toBeVisible();
    await expect(row(page, 'Siège')).toBeVisible();
    await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
    await expect(sheet(page)).toBeHidden();
    await expect(row(page, 'Siège')).toBeVisible();
    await expect(page.getByLabel('Rechercher')).toHaveValue('Sièg');
  });
});

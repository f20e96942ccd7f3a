import type { BrowserContext } from '@playwright/test';
import { row } from '~e2e/steps';
import { test as base } from '~e2e/fixtures';
import { redisPath, startRedis } from '~/gateway/testing/redis-server';
import { isWireObject } from '~/contract/scalars';
import { aCart, aLine } from '~/mock-api/store/given';
import { expect } from './desk-test';
import { openGuardedDesk, type GuardedDesk } from './guarded-desk';
import { signInAtProvider } from './provider-visitor';
import { sheet, signInAtCompany } from './steps';
import { ACCOUNT } from './token-provider';

/* Two gateways and one Redis. Any request may go to any of them. */

const test = base.extend<{ signIn: 'oidc' | 'account'; desk: GuardedDesk }>({
  signIn: ['oidc', { option: true }],
  desk: async ({ signIn, expectComplaint }, provide) => {
    expectComplaint(/401|ERR_NAME_NOT_RESOLVED/);
    const redis = await startRedis();
    const desk = await openGuardedDesk({ signIn, shared: { STATE_URL: redis.url } });
    await provide(desk);
    await desk.close();
    await redis.stop();
  },
});

interface Sent {
  readonly body?: object;
  readonly cookie?: string;
  /** By the browser from the provider's page, not by our own page. */
  readonly isNavigation?: boolean;
}

/** Asks as our page does, without a browser. */
async function ask({ origin }: GuardedDesk, method: string, path: string, sent: Sent = {}) {
  const { body, cookie = '', isNavigation = false } = sent;
  const ours = { 'x-ot': '1', origin, ...(body ? { 'content-type': 'application/json' } : {}) };
  return fetch(`${origin}${path}`, {
    method,
    redirect: 'manual',
    headers: { cookie, ...(isNavigation ? { 'sec-fetch-site': 'cross-site' } : ours) },
    body: body ? JSON.stringify(body) : null,
  });
}

async function cookiesOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}

if (redisPath() === null) {
  process.stdout.write('Two instances are not tried: no redis-server is on this machine\n');
} else {
  test('a person signs in and out across both', async ({ page, context, desk }) => {
    test.slow();
    desk.api.given(aCart({ lines: [aLine({ end_customer_name: 'Garage Moreau' })] }));
    await page.goto(`${desk.origin}/lines`);
    await sheet(page)
      .getByRole('button', { name: 'Se connecter avec le compte de votre entreprise' })
      .click();
    await page.getByPlaceholder('Enter any login').waitFor();
    desk.use(1);
    await signInAtCompany(page, 'canary.person');
    await expect(row(page, 'Garage Moreau')).toBeVisible();
    desk.use(0);
    await page.reload();
    await expect(row(page, 'Garage Moreau')).toBeVisible();

    const cookie = await cookiesOf(context);
    const readsWithCopy = async () => (await ask(desk, 'GET', '/api/v1/product_order/', { cookie })).status;
    expect(await readsWithCopy()).toBe(200);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await expect(page.getByRole('heading', { name: 'Vous êtes déconnecté' })).toBeVisible();
    desk.use(1);
    expect(await readsWithCopy()).toBe(401);
  });

  test('a round trip ends once, on either', async ({ desk }) => {
    const begun = await ask(desk, 'POST', '/auth/login', { body: { returnTo: '/carts' } });
    const started: unknown = await begun.json();
    const cookie = begun.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const { pathname, search } = await signInAtProvider(
      isWireObject(started) ? String(started['location']) : '',
      'canary.person',
    );
    const finish = async () => {
      const answer = await ask(desk, 'GET', pathname + search, { cookie, isNavigation: true });
      return answer.headers.get('location');
    };
    desk.use(1);
    expect(await finish()).toBe('/carts');
    desk.use(0);
    expect(await finish()).toMatch(/failed=expired/);
  });

  test.describe('with a typed account', () => {
    test.use({ signIn: 'account' });

    test('wrong passwords are counted for both together', async ({ desk }) => {
      test.slow();
      const attempt = async (instance: number) => {
        desk.use(instance);
        const body = { user: ACCOUNT.user, password: 'wrong' };
        return (await ask(desk, 'POST', '/auth/login', { body })).status;
      };
      const statuses = [];
      for (const instance of [0, 1, 0, 1, 0]) statuses.push(await attempt(instance));
      expect(statuses).toEqual([401, 401, 401, 401, 401]);
      expect([await attempt(0), await attempt(1)]).toEqual([429, 429]);
    });
  });
}

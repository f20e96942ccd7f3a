import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DESK_CLIENT, startCompanyProvider, type CompanyProvider } from '~e2e/sign-in/company-provider';
import { signInAtProvider } from '~e2e/sign-in/provider-visitor';
import { ACCOUNT, startProvider, type Provider } from '~e2e/sign-in/token-provider';
import { createSessionTokens } from '~/gateway/session/account-tokens';
import { createStaffGateway, STAFF_GATEWAY, SESSIONS } from '~/gateway/testing/staff-gateway-fixture';
import { LIFT, type ApiRoutes } from './api-routes';
import { apiHeaders } from '~/gateway/http/security-headers';
import { createMemoryState } from '~/gateway/state/memory-state';
import { StateUnavailableError, type StateStore } from '~/gateway/state/state-store';
import { withTokens } from '~/gateway/upstream/token-source';

const LIST = '/api/v1/product_order_item/';
const CONFIRM = '/api/v1/product_order/c-1/confirm/';
const START = 1_800_000_000_000;
let time = START;
const now = (): number => time;
const MINUTE = 60_000;
/** The browser's navigation from the provider's site, without our headers. */
const CALLBACK_HEADERS = { 'X-OT': '', 'Sec-Fetch-Site': 'cross-site', Origin: '' };

let company: CompanyProvider;
let provider: Provider;
beforeAll(async () => {
  company = await startCompanyProvider(STAFF_GATEWAY);
});
afterAll(() => company.close());
beforeEach(async () => {
  time = START;
  provider = await startProvider();
  return () => provider.close();
});

/** An API that accepts only tokens that the provider still knows. */
function apiWithTokens(): ApiRoutes {
  const upstream = withTokens(async ({ headers }) => {
    const token = headers.get('Authorization')?.replace('Bearer ', '') ?? '';
    return new Response('{}', { status: provider.holds(token) ? 200 : 401 });
  }, createSessionTokens(now));
  return async (request, { path }, _, requestId) => {
    const sent = await upstream(new Request(`http://api${path}`, { method: request.method })).catch(
      (error: unknown) => error,
    );
    if (sent instanceof Response) return { route: path, response: sent };
    const refusal = sent instanceof Error && 'refusal' in sent ? sent.refusal : null;
    const status =
      typeof refusal === 'object' && refusal && 'status' in refusal ? Number(refusal.status) : 500;
    return { route: path, response: new Response('{}', { status, headers: apiHeaders(requestId) }) };
  };
}

const open: ApiRoutes = async (_, { path }) => ({
  // The log and the audit hold templates.
  route: path.replace('/c-1/', '/{cartId}/'),
  response: Response.json({ epoch: 'e1', now: time, person: null }),
});

function oidcGateway({ apiRoutes = open, state }: { apiRoutes?: ApiRoutes; state?: StateStore } = {}) {
  return createStaffGateway({
    signIn: {
      kind: 'oidc',
      sessions: SESSIONS,
      oidc: {
        issuer: company.issuer,
        clientId: DESK_CLIENT.id,
        clientSecret: DESK_CLIENT.secret,
        scopes: 'openid profile email',
        allow: { claim: 'groups', values: ['orders'] },
      },
    },
    apiRoutes,
    now,
    ...(state ? { state } : {}),
  });
}

function accountGateway(state = createMemoryState(now)) {
  return createStaffGateway({
    signIn: { kind: 'account', sessions: SESSIONS },
    orderApi: {
      kind: 'remote',
      origin: 'http://api',
      tokens: { address: provider.tokenUrl, clientId: 'api-client', account: null },
    },
    apiRoutes: apiWithTokens(),
    now,
    state,
  });
}

type Browser = ReturnType<ReturnType<typeof createStaffGateway>['openBrowser']>;

async function signIn(
  { ask }: Browser,
  name = 'canary.person',
  returnTo = '/carts?state=created',
): Promise<Response> {
  const started: unknown = await (await ask('POST', '/auth/login', { returnTo })).json();
  const location =
    typeof started === 'object' && started && 'location' in started ? String(started.location) : '';
  const back = await signInAtProvider(location, name);
  return ask('GET', back.pathname + back.search, undefined, CALLBACK_HEADERS);
}

async function factsOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

describe('with the company’s sign-in', () => {
  it('no call reaches the API without a session', async () => {
    const { ask } = oidcGateway().openBrowser();
    const answer = await ask('GET', LIST);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'signed_out', acted: 'no' }]);
    expect(await factsOf(await ask('GET', '/auth/session'))).toEqual({
      epoch: 'e1',
      now: START,
      person: null,
      signIn: 'oidc',
      writesPerSecond: 2,
    });
  });

  it('a person returns to the requested page and works', async () => {
    const gateway = oidcGateway();
    const browser = gateway.openBrowser();
    const answer = await signIn(browser);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/carts?state=created']);
    expect((await browser.ask('GET', LIST)).status).toBe(200);
    const facts = await factsOf(await browser.ask('GET', '/auth/session'));
    expect(facts).toMatchObject({
      signIn: 'oidc',
      person: 'Name of canary.person',
      idleEndsAt: START + 30 * MINUTE,
      endsAt: START + 600 * MINUTE,
      tokenEndsAt: null,
    });
    expect(String(facts['encryptionKey'])).toHaveLength(43);
  });

  it('each person has one encryption key in every session', async () => {
    const gateway = oidcGateway();
    const keys = [];
    for (const name of ['canary.person', 'canary.person', 'second.person']) {
      const browser = gateway.openBrowser();
      await signIn(browser, name);
      keys.push((await factsOf(await browser.ask('GET', '/auth/session')))['encryptionKey']);
    }
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toBe(keys[2]);
  });

  it('a person whose groups are omitted gets a reason', async () => {
    const gateway = oidcGateway();
    const answer = await signIn(gateway.openBrowser(), 'many.groups', '/');
    expect(answer.headers.get('Location')).toBe('/sign-in?failed=groups_omitted');
    expect(gateway.audit()).toMatchObject([{ audit: 'sign-in-refused', why: 'groups_omitted' }]);
  });

  it('a person outside the list is refused', async () => {
    const gateway = oidcGateway();
    const browser = gateway.openBrowser();
    const answer = await signIn(browser, 'a.stranger');
    expect(answer.headers.get('Location')).toBe(
      '/sign-in?failed=not_allowed&next=%2Fcarts%3Fstate%3Dcreated',
    );
    expect((await browser.ask('GET', LIST)).status).toBe(401);
    expect(gateway.audit()).toMatchObject([{ audit: 'sign-in-refused', why: 'not_allowed' }]);
  });

  it('a callback needs the round trip of its browser, once', async () => {
    const { openBrowser } = oidcGateway();
    const browser = openBrowser();
    const stranger = await openBrowser().ask('GET', '/auth/callback?code=x&state=y');
    expect(stranger.headers.get('Location')).toBe('/sign-in?failed=expired');
    await signIn(browser);
    const again = await browser.ask('GET', '/auth/callback?code=x&state=y');
    expect(again.headers.get('Location')).toBe('/sign-in?failed=expired');
  });

  it.each(['https://evil.example.com/', '//evil.example.com', '/auth/callback', '/a\\b', '/..//evil', 7])(
    'a foreign return address is ignored: %j',
    async (returnTo) => {
      const browser = oidcGateway().openBrowser();
      const answer = await signIn(browser, 'canary.person', String(returnTo));
      expect(answer.headers.get('Location')).toBe('/');
    },
  );

  it('the round trip’s cookie is Lax, the session’s is Strict', async () => {
    const browser = oidcGateway().openBrowser();
    const started = await browser.ask('POST', '/auth/login', {});
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-Http-ot-login\.[\w-]{8}=.*; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    const session = oidcGateway().openBrowser();
    await signIn(session);
    expect([...session.cookies.keys()]).toEqual(['__Host-Http-ot']);
  });

  it('a sign-out ends copied cookies and the provider’s session', async () => {
    const gateway = oidcGateway();
    const browser = gateway.openBrowser();
    await signIn(browser);
    const thief = gateway.openBrowser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect((await thief.ask('GET', LIST)).status).toBe(200);
    const answer = await browser.ask('POST', '/auth/logout');
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect([...browser.cookies.keys()]).toEqual(['__Host-ot-signed-out', '__Host-Http-ot-logout']);
    expect((await thief.ask('GET', LIST)).status).toBe(401);
    expect((await thief.ask('POST', '/auth/refresh', { active: true })).status).toBe(401);
    expect((await browser.ask('POST', '/auth/logout')).status).toBe(200);
  });

  it('the ID token reaches the provider and no script', async () => {
    const browser = oidcGateway().openBrowser();
    await signIn(browser);
    const answer = await browser.ask('POST', '/auth/logout');
    expect(await answer.json()).toEqual({ location: '/auth/provider-sign-out' });
    const navigation = { 'X-OT': '', 'Sec-Fetch-Site': 'same-origin', Origin: '' };
    const redirect = await browser.ask('GET', '/auth/provider-sign-out', undefined, navigation);
    const to = new URL(redirect.headers.get('Location') ?? '');
    expect(to.origin + to.pathname).toBe(`${company.issuer}/session/end`);
    expect(to.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect([...browser.cookies.keys()]).toEqual(['__Host-ot-signed-out']);
    // Another site that sends the browser here ends no session at the provider.
    const again = await oidcGateway()
      .openBrowser()
      .ask('GET', '/auth/provider-sign-out', undefined, navigation);
    expect(again.headers.get('Location')).toBe('/sign-in?out=yes');
  });

  it('a lost sign-out ends the session with the next call', async () => {
    const gateway = oidcGateway();
    const browser = gateway.openBrowser();
    await signIn(browser);
    const thief = gateway.openBrowser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    // The page sets it when the person signs out.
    browser.cookies.set('__Host-ot-signed-out', '1');
    expect((await browser.ask('GET', LIST)).status).toBe(401);
    expect((await factsOf(await browser.ask('GET', '/auth/session')))['person']).toBeNull();
    expect((await browser.ask('POST', '/auth/refresh', { active: true })).status).toBe(401);
    expect((await thief.ask('GET', LIST)).status).toBe(401);
    expect(gateway.audit()).toMatchObject([{ audit: 'signed-in' }, { audit: 'signed-out' }]);
    // The next person must give credentials, even with a session at the provider.
    const started = await factsOf(await browser.ask('POST', '/auth/login', {}));
    expect(new URL(String(started['location'])).searchParams.get('prompt')).toBe('login');
    await signIn(browser, 'second.person');
    expect(browser.cookies.has('__Host-ot-signed-out')).toBe(false);
    expect(await factsOf(await browser.ask('GET', '/auth/session'))).toMatchObject({
      person: 'Name of second.person',
    });
  });

  it('a sign-out survives a restart', async () => {
    const state = createMemoryState(now);
    const browser = oidcGateway({ state }).openBrowser();
    await signIn(browser);
    const copied = new Map(browser.cookies);
    await browser.ask('POST', '/auth/logout');
    const next = oidcGateway({ state }).openBrowser();
    for (const [name, value] of copied) next.cookies.set(name, value);
    expect((await next.ask('GET', LIST)).status).toBe(401);
  });

  it('three tabs sign in at once', async () => {
    const browser = oidcGateway().openBrowser();
    const tabs = [];
    for (const returnTo of ['/lines', '/carts', '/lines?search=x']) {
      const started = await factsOf(await browser.ask('POST', '/auth/login', { returnTo }));
      tabs.push({ returnTo, location: String(started['location']) });
    }
    for (const { returnTo, location } of tabs) {
      const back = await signInAtProvider(location, 'canary.person');
      const answer = await browser.ask('GET', back.pathname + back.search, undefined, CALLBACK_HEADERS);
      expect(answer.headers.get('Location')).toBe(returnTo);
    }
    expect([...browser.cookies.keys()]).toEqual(['__Host-Http-ot']);
  });

  it('a browser keeps five round trips', async () => {
    const browser = oidcGateway().openBrowser();
    for (let count = 0; count < 8; count += 1) await browser.ask('POST', '/auth/login', {});
    expect(browser.cookies.size).toBe(5);
  });

  it('a tab beyond them keeps its page', async () => {
    const browser = oidcGateway().openBrowser();
    const started = await factsOf(await browser.ask('POST', '/auth/login', { returnTo: '/carts?page=2' }));
    const back = await signInAtProvider(String(started['location']), 'canary.person');
    for (let count = 0; count < 5; count += 1) await browser.ask('POST', '/auth/login', {});
    const answer = await browser.ask('GET', back.pathname + back.search, undefined, CALLBACK_HEADERS);
    expect(answer.headers.get('Location')).toBe('/sign-in?failed=expired&next=%2Fcarts%3Fpage%3D2');
  });

  it('a store that fails at the end keeps the page', async () => {
    const store = createMemoryState(now);
    let isAway = false;
    const state: StateStore = {
      ...store,
      replace: async (...change) =>
        isAway ? Promise.reject(new StateUnavailableError('away')) : store.replace(...change),
    };
    const browser = oidcGateway({ state }).openBrowser();
    const started = await factsOf(await browser.ask('POST', '/auth/login', { returnTo: '/carts' }));
    const back = await signInAtProvider(String(started['location']), 'canary.person');
    isAway = true;
    const answer = await browser.ask('GET', back.pathname + back.search, undefined, CALLBACK_HEADERS);
    expect(answer.headers.get('Location')).toBe('/sign-in?failed=unreachable&next=%2Fcarts');
  });

  it('a round trip counts once and for ten minutes', async () => {
    const browser = oidcGateway().openBrowser();
    const begin = async () => {
      const started = await factsOf(await browser.ask('POST', '/auth/login', { returnTo: '/carts' }));
      const back = await signInAtProvider(String(started['location']), 'canary.person');
      const cookies = new Map(browser.cookies);
      return async () => {
        for (const [name, value] of cookies) browser.cookies.set(name, value);
        return browser.ask('GET', back.pathname + back.search, undefined, CALLBACK_HEADERS);
      };
    };
    const finish = await begin();
    expect((await finish()).headers.get('Location')).toBe('/carts');
    const late = await begin();
    time += 600_000;
    for (const answer of [await finish(), await late()]) {
      expect(answer.headers.get('Location')).toBe('/sign-in?failed=expired&next=%2Fcarts');
    }
  });

  it('one network begins a hundred sign-ins', async () => {
    const gateway = oidcGateway();
    const statuses = [];
    for (let count = 0; count < 101; count += 1) {
      statuses.push((await gateway.openBrowser().ask('POST', '/auth/login', {})).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(statuses.at(-1)).toBe(429);
  });

  it('a session renews at a limited rate', async () => {
    const browser = oidcGateway().openBrowser();
    await signIn(browser);
    const statuses = [];
    for (let count = 0; count < 61; count += 1) {
      statuses.push((await browser.ask('POST', '/auth/refresh', { active: true })).status);
    }
    expect(statuses.indexOf(429)).toBe(60);
  });

  it('a store that is away starts no sign-in', async () => {
    const state: StateStore = {
      ...createMemoryState(now),
      claim: async () => Promise.reject(new StateUnavailableError('away')),
    };
    const { ask } = oidcGateway({ state }).openBrowser();
    const answer = await ask('POST', '/auth/login', {});
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'state_unavailable' }]);
  });

  it('only activity extends the session', async () => {
    const browser = oidcGateway().openBrowser();
    await signIn(browser);
    time = START + 20 * MINUTE;
    expect(await factsOf(await browser.ask('POST', '/auth/refresh', { active: false }))).toMatchObject({
      idleEndsAt: START + 30 * MINUTE,
    });
    expect(await factsOf(await browser.ask('POST', '/auth/refresh', { active: true }))).toMatchObject({
      idleEndsAt: START + 50 * MINUTE,
    });
    time = START + 50 * MINUTE;
    expect((await browser.ask('GET', LIST)).status).toBe(401);
  });

  it('a session over its limit waits, others do not', async () => {
    const gateway = oidcGateway();
    const [one, other] = [gateway.openBrowser(), gateway.openBrowser()];
    await signIn(one);
    await signIn(other);
    const statuses = [];
    for (let index = 0; index < 11; index += 1) statuses.push((await one.ask('PATCH', CONFIRM)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const refused = await one.ask('PATCH', CONFIRM);
    expect([refused.headers.get('Retry-After'), await refused.json()]).toMatchObject([
      '1',
      { code: 'own_limit', acted: 'no' },
    ]);
    expect((await other.ask('PATCH', CONFIRM)).status).toBe(200);
  });

  it('a session gets six tickets in a row', async () => {
    const browser = oidcGateway().openBrowser();
    await signIn(browser);
    const statuses = [];
    for (let index = 0; index < 7; index += 1) {
      const ticket = { cart: 'c-1', fingerprint: 'f', count: 1 };
      statuses.push((await browser.ask('POST', '/gw/confirm-tickets', ticket)).status);
    }
    expect(statuses.map((status) => status === 429)).toEqual([
      ...Array.from({ length: 6 }, () => false),
      true,
    ]);
  });

  it('only sign-in and sign-out set cookies', async () => {
    const browser = oidcGateway().openBrowser();
    await signIn(browser);
    for (const target of [LIST, '/auth/session', '/gw/confirm-tickets']) {
      expect((await browser.ask('GET', target)).headers.getSetCookie()).toEqual([]);
    }
  });

  it('the audit names people by hashes alone', async () => {
    const gateway = oidcGateway();
    const browser = gateway.openBrowser();
    await signIn(browser);
    await browser.ask('POST', '/gw/confirm-tickets', { cart: 'c-1', fingerprint: 'f', count: 2 });
    await browser.ask('PATCH', '/api/v1/product_order/c-1/confirm/');
    await browser.ask('POST', LIFT, { cart: 'c-1' });
    await browser.ask('POST', '/auth/logout');
    expect(gateway.audit()).toMatchObject([
      { audit: 'signed-in' },
      { audit: 'ticket', cart: 'c-1', fingerprint: 'f', lines: 2, status: 200 },
      { audit: 'confirmation-requested', cart: 'c-1' },
      { audit: 'confirmation', cart: 'c-1', status: 200 },
      { audit: 'lock-lifted', cart: 'c-1', status: 200 },
      { audit: 'signed-out' },
    ]);
    expect(gateway.lines[0]).toMatch(
      /^\{"time":"[^"]+","audit":"signed-in","who":"[\w-]{16}","from":"[\w-]{16}"\}\n$/,
    );
    expect(gateway.lines.join('')).not.toMatch(/canary|10\.0\.0\.1/);
  });

  it('a confirmation is audited before it leaves', async () => {
    const audited: unknown[] = [];
    const gateway = oidcGateway({
      apiRoutes: async (...call) => {
        audited.push(...gateway.audit());
        return open(...call);
      },
    });
    const browser = gateway.openBrowser();
    await signIn(browser);
    await browser.ask('PATCH', CONFIRM);
    expect(audited).toMatchObject([{ audit: 'signed-in' }, { audit: 'confirmation-requested', cart: 'c-1' }]);
  });

  it('calls without a session write a limited audit', async () => {
    const gateway = oidcGateway();
    const { ask } = gateway.openBrowser();
    for (let count = 0; count < 100; count += 1) {
      await ask('POST', '/auth/logout');
      await ask('GET', LIST, undefined, { 'Sec-Fetch-Site': 'cross-site' });
    }
    expect(gateway.audit()).toHaveLength(20);
    time += 60_000;
    await ask('GET', LIST, undefined, { 'Sec-Fetch-Site': 'cross-site' });
    expect(gateway.audit().at(-1)).toMatchObject({ audit: 'call-refused', dropped: 80 });
  });

  it('a call of another site is refused with a session', async () => {
    const gateway = oidcGateway();
    const browser = gateway.openBrowser();
    await signIn(browser);
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example.com' }]) {
      expect((await browser.ask('GET', LIST, undefined, headers)).status).toBe(403);
      expect((await browser.ask('POST', '/auth/logout', undefined, headers)).status).toBe(403);
    }
    expect((await browser.ask('GET', LIST)).status).toBe(200);
  });
});

describe('with a typed account', () => {
  const typed = { user: ACCOUNT.user, password: ACCOUNT.password };

  it('a person signs in and sees no token', async () => {
    const browser = accountGateway().openBrowser();
    const answer = await browser.ask('POST', '/auth/login', typed);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).not.toContain('canary');
    expect(JSON.parse(text)).toMatchObject({ person: 'desk', tokenEndsAt: START + 300_000 });
    expect((await browser.ask('GET', LIST)).status).toBe(200);
  });

  it('wrong password, wrong name and locked account read the same', async () => {
    const { openBrowser } = accountGateway();
    const refusalOf = async (sent: object) => {
      const answer = await openBrowser().ask('POST', '/auth/login', sent);
      return [answer.status, (await answer.text()).replace(/"id":"[^"]+"/, '')];
    };
    const refusal = await refusalOf({ ...typed, password: 'wrong' });
    expect(refusal[0]).toBe(401);
    expect(await refusalOf({ ...typed, user: 'nobody' })).toEqual(refusal);
    // Another client has locked the account at the provider.
    const body = new URLSearchParams({ username: typed.user, password: 'wrong' });
    for (let tries = 0; tries < 5; tries += 1) await fetch(provider.tokenUrl, { method: 'POST', body });
    expect(await refusalOf(typed)).toEqual(refusal);
  }, 15_000);

  it('two instances cause one renewal', async () => {
    const state = createMemoryState(now);
    const [one, other] = [accountGateway(state).openBrowser(), accountGateway(state).openBrowser()];
    await one.ask('POST', '/auth/login', typed);
    for (const [name, value] of one.cookies) other.cookies.set(name, value);
    const renewed = await Promise.all(
      [one, other].map(({ ask }) => ask('POST', '/auth/refresh', { active: true })),
    );
    expect(renewed.map(({ status }) => status)).toEqual([200, 200]);
    expect(provider.asked).toEqual(['password', 'refresh']);
    expect((await other.ask('GET', LIST)).status).toBe(200);
  });

  it('a renewal in a loop reaches the provider thirty times', async () => {
    const { ask } = accountGateway().openBrowser();
    await ask('POST', '/auth/login', typed);
    const statuses = [];
    for (let count = 0; count < 32; count += 1) {
      statuses.push((await ask('POST', '/auth/refresh', { active: true })).status);
    }
    expect(provider.asked.filter((asked) => asked === 'refresh')).toHaveLength(30);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  it('fifty calls with an expired token cause one renewal', async () => {
    const browser = accountGateway().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    time = START + 299_000;
    const stale = await browser.ask('GET', LIST);
    expect(stale.status).toBe(401);
    const before = new Map(browser.cookies);
    const renewed = await Promise.all(
      Array.from({ length: 50 }, () => browser.ask('POST', '/auth/refresh', { active: true })),
    );
    expect(new Set(renewed.map(({ status }) => status))).toEqual(new Set([200]));
    expect(provider.asked).toEqual(['password', 'refresh']);
    expect((await browser.ask('GET', LIST)).status).toBe(200);
    // The answer can get lost: for a minute the same request gets the same answer.
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect((await browser.ask('POST', '/auth/refresh', { active: true })).status).toBe(200);
    expect((await browser.ask('GET', LIST)).status).toBe(200);
    expect(provider.asked).toEqual(['password', 'refresh']);
  });

  it('a write needs a token that outlives it', async () => {
    const browser = accountGateway().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    time = START + 256_000;
    expect((await browser.ask('GET', LIST)).status).toBe(200);
    const refused = await browser.ask('DELETE', '/api/v1/product_order/c-1/');
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'token_stale', acted: 'no' }]);
    await browser.ask('POST', '/auth/refresh', { active: true });
    expect((await browser.ask('DELETE', '/api/v1/product_order/c-1/')).status).toBe(200);
  });

  it('a session ended at the provider is over here', async () => {
    const browser = accountGateway().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    provider.endSessions();
    expect((await browser.ask('GET', LIST)).status).toBe(401);
    const over = await browser.ask('POST', '/auth/refresh', { active: true });
    expect([over.status, await over.json()]).toMatchObject([401, { code: 'signed_out' }]);
  });

  it('an unreachable provider keeps the session', async () => {
    const browser = accountGateway().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    provider.faults.push('html');
    const unclear = await browser.ask('POST', '/auth/refresh', { active: true });
    expect([unclear.status, await unclear.json()]).toMatchObject([503, { code: 'sign_in_unreachable' }]);
    expect((await browser.ask('GET', LIST)).status).toBe(200);
  });

  it('a sign-out ends the session at the provider', async () => {
    const browser = accountGateway().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    await browser.ask('POST', '/auth/logout');
    await expect.poll(() => provider.asked).toEqual(['password', 'end']);
  });

  it.each([
    [{ user: 'desk' }, 400],
    [{ ...typed, user: '' }, 400],
    [{ ...typed, password: 'x'.repeat(201) }, 400],
    [{ ...typed, more: 'x'.repeat(4096) }, 400],
  ])('a sign-in without name and password is refused: %j', async (sent, status) => {
    expect((await accountGateway().openBrowser().ask('POST', '/auth/login', sent)).status).toBe(status);
  });

  it('a wrong method is refused', async () => {
    const { ask } = accountGateway().openBrowser();
    for (const path of ['/auth/login', '/auth/refresh', '/auth/logout']) {
      const answer = await ask('GET', path);
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
    }
  });
});

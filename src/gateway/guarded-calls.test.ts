import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DESK_CLIENT, startCompanyProvider, type CompanyProvider } from '~e2e/sign-in/company-provider';
import { signInAtProvider } from '~e2e/sign-in/provider-visitor';
import { ACCOUNT, startProvider, type Provider } from '~e2e/sign-in/token-provider';
import { createCallersTokens } from './account-tokens';
import { createDoor, DOOR, SESSIONS } from './door-fixture';
import type { PageCalls } from './page-calls';
import { apiHeaders } from './security-headers';
import { withTokens } from './token-source';

const LIST = '/api/v1/product_order_item/';
const CONFIRM = '/api/v1/product_order/c-1/confirm/';
const START = 1_800_000_000_000;
let time = START;
const now = (): number => time;
const MINUTE = 60_000;

let company: CompanyProvider;
let provider: Provider;
beforeAll(async () => {
  company = await startCompanyProvider(DOOR);
});
afterAll(() => company.close());
beforeEach(async () => {
  time = START;
  provider = await startProvider();
  return () => provider.close();
});

/** The API behind the door: it takes a call only with a token that the provider still knows. */
function apiWithTokens(): PageCalls {
  const upstream = withTokens(async ({ headers }) => {
    const token = headers.get('Authorization')?.replace('Bearer ', '') ?? '';
    return new Response('{}', { status: provider.holds(token) ? 200 : 401 });
  }, createCallersTokens(now));
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

const open: PageCalls = async (_, { path }) => ({
  // The log and the audit know templates.
  route: path.replace('/c-1/', '/{cartId}/'),
  response: Response.json({ bootId: 'b1', now: time, person: null }),
});

function oidcDoor() {
  return createDoor({
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
    pageCalls: open,
    now,
  });
}

function accountDoor() {
  return createDoor({
    signIn: { kind: 'account', sessions: SESSIONS },
    orderApi: {
      kind: 'remote',
      origin: 'http://api',
      tokens: { address: provider.tokenAddress, clientId: 'api-client', account: null },
    },
    pageCalls: apiWithTokens(),
    now,
  });
}

type Browser = ReturnType<ReturnType<typeof createDoor>['openBrowser']>;

async function signIn(
  { ask }: Browser,
  name = 'canary.person',
  returnTo = '/carts?state=created',
): Promise<Response> {
  const started: unknown = await (await ask('POST', '/auth/login', { returnTo })).json();
  const location =
    typeof started === 'object' && started && 'location' in started ? String(started.location) : '';
  const back = await signInAtProvider(location, name);
  // The browser's own navigation: from the provider's site, without a header of ours.
  return ask('GET', back.pathname + back.search, undefined, {
    'X-OT': '',
    'Sec-Fetch-Site': 'cross-site',
    Origin: '',
  });
}

async function factsOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

describe('with the company’s sign-in', () => {
  it('nothing of the API is reached before somebody has signed in', async () => {
    const { ask } = oidcDoor().openBrowser();
    const answer = await ask('GET', LIST);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'signed_out', acted: 'no' }]);
    expect(await factsOf(await ask('GET', '/auth/session'))).toEqual({
      bootId: 'b1',
      now: START,
      person: null,
      signIn: 'oidc',
    });
  });

  it('a person comes back to where they wanted to go, and works', async () => {
    const door = oidcDoor();
    const browser = door.openBrowser();
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
    expect(String(facts['draftKey'])).toHaveLength(43);
  });

  it('a person has one key for drafts, in every session, and nobody else has it', async () => {
    const door = oidcDoor();
    const keys = [];
    for (const name of ['canary.person', 'canary.person', 'second.person']) {
      const browser = door.openBrowser();
      await signIn(browser, name);
      keys.push((await factsOf(await browser.ask('GET', '/auth/session')))['draftKey']);
    }
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toBe(keys[2]);
  });

  it('nobody comes in who is on no list', async () => {
    const door = oidcDoor();
    const browser = door.openBrowser();
    const answer = await signIn(browser, 'a.stranger');
    expect(answer.headers.get('Location')).toBe('/sign-in?failed=not_allowed');
    expect((await browser.ask('GET', LIST)).status).toBe(401);
    expect(door.audit()).toMatchObject([{ audit: 'sign-in-refused', why: 'not_allowed' }]);
  });

  it('nobody comes back whom this browser did not send away, nor twice', async () => {
    const { openBrowser } = oidcDoor();
    const browser = openBrowser();
    const stranger = await openBrowser().ask('GET', '/auth/callback?code=x&state=y');
    expect(stranger.headers.get('Location')).toBe('/sign-in?failed=expired');
    await signIn(browser);
    const again = await browser.ask('GET', '/auth/callback?code=x&state=y');
    expect(again.headers.get('Location')).toBe('/sign-in?failed=expired');
  });

  it.each(['https://evil.example.com/', '//evil.example.com', '/auth/callback', '/a\\b', '/..//evil', 7])(
    'nobody is sent on to %j',
    async (returnTo) => {
      const browser = oidcDoor().openBrowser();
      const answer = await signIn(browser, 'canary.person', String(returnTo));
      expect(answer.headers.get('Location')).toBe('/');
    },
  );

  it('the cookie of the way to the provider is Lax and gone afterwards, the session’s is Strict', async () => {
    const browser = oidcDoor().openBrowser();
    const started = await browser.ask('POST', '/auth/login', {});
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-Http-ot-login=.*; Max-Age=600; Secure; HttpOnly; SameSite=Lax$/),
    ]);
    await signIn(browser);
    expect([...browser.cookies.keys()]).toEqual(['__Host-Http-ot']);
  });

  it('signing out ends it for a copied cookie, here and at the provider', async () => {
    const door = oidcDoor();
    const browser = door.openBrowser();
    await signIn(browser);
    const thief = door.openBrowser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect((await thief.ask('GET', LIST)).status).toBe(200);
    const answer = await browser.ask('POST', '/auth/logout');
    expect((await factsOf(answer))['location']).toContain(`${company.issuer}/session/end?`);
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"');
    expect(browser.cookies.size).toBe(0);
    expect((await thief.ask('GET', LIST)).status).toBe(401);
    expect((await thief.ask('POST', '/auth/refresh', { active: true })).status).toBe(401);
    expect((await browser.ask('POST', '/auth/logout')).status).toBe(200);
  });

  it('a sign of life extends the session; asking without one does not', async () => {
    const browser = oidcDoor().openBrowser();
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

  it('a session that runs wild is told to wait, and others are not', async () => {
    const door = oidcDoor();
    const [one, other] = [door.openBrowser(), door.openBrowser()];
    await signIn(one);
    await signIn(other);
    const statuses = [];
    for (let index = 0; index < 11; index += 1) statuses.push((await one.ask('PATCH', CONFIRM)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const refused = await one.ask('PATCH', CONFIRM);
    expect([refused.headers.get('Retry-After'), await refused.json()]).toMatchObject([
      '1',
      { code: 'too_many', acted: 'no' },
    ]);
    expect((await other.ask('PATCH', CONFIRM)).status).toBe(200);
  });

  it('a session asks for six tickets in a row and no more', async () => {
    const browser = oidcDoor().openBrowser();
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

  it('only the calls that sign in or out set a cookie', async () => {
    const browser = oidcDoor().openBrowser();
    await signIn(browser);
    for (const target of [LIST, '/auth/session', '/gw/confirm-tickets']) {
      expect((await browser.ask('GET', target)).headers.getSetCookie()).toEqual([]);
    }
  });

  it('the audit tells who did what by marks, and knows no name', async () => {
    const door = oidcDoor();
    const browser = door.openBrowser();
    await signIn(browser);
    await browser.ask('POST', '/gw/confirm-tickets', { cart: 'c-1', fingerprint: 'f', count: 2 });
    await browser.ask('PATCH', '/api/v1/product_order/c-1/confirm/');
    await browser.ask('POST', '/auth/logout');
    expect(door.audit()).toMatchObject([
      { audit: 'signed-in' },
      { audit: 'ticket', cart: 'c-1', fingerprint: 'f', lines: 2, status: 200 },
      { audit: 'confirmation', cart: 'c-1', status: 200 },
      { audit: 'signed-out' },
    ]);
    expect(door.lines[0]).toMatch(
      /^\{"time":"[^"]+","audit":"signed-in","who":"[\w-]{16}","from":"[\w-]{16}"\}\n$/,
    );
    expect(door.lines.join('')).not.toMatch(/canary|10\.0\.0\.1/);
  });

  it('a call that another site makes is refused before the cookie is read', async () => {
    const door = oidcDoor();
    const browser = door.openBrowser();
    await signIn(browser);
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example.com' }]) {
      expect((await browser.ask('GET', LIST, undefined, headers)).status).toBe(403);
      expect((await browser.ask('POST', '/auth/logout', undefined, headers)).status).toBe(403);
    }
    expect((await browser.ask('GET', LIST)).status).toBe(200);
  });
});

describe('with an account that is typed', () => {
  const typed = { user: ACCOUNT.user, password: ACCOUNT.password };

  it('a person signs in and works, and sees no token', async () => {
    const browser = accountDoor().openBrowser();
    const answer = await browser.ask('POST', '/auth/login', typed);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).not.toContain('canary');
    expect(JSON.parse(text)).toMatchObject({ person: 'desk', tokenEndsAt: START + 300_000 });
    expect((await browser.ask('GET', LIST)).status).toBe(200);
  });

  it('a wrong password, a wrong name and a locked account are refused in the same words', async () => {
    const { openBrowser } = accountDoor();
    const refusalOf = async (sent: object) => {
      const answer = await openBrowser().ask('POST', '/auth/login', sent);
      return [answer.status, (await answer.text()).replace(/"id":"[^"]+"/, '')];
    };
    const refusal = await refusalOf({ ...typed, password: 'wrong' });
    expect(refusal[0]).toBe(401);
    expect(await refusalOf({ ...typed, user: 'nobody' })).toEqual(refusal);
    // Past the desk's own limits somebody has locked it at the provider.
    const body = new URLSearchParams({ username: typed.user, password: 'wrong' });
    for (let tries = 0; tries < 5; tries += 1) await fetch(provider.tokenAddress, { method: 'POST', body });
    expect(await refusalOf(typed)).toEqual(refusal);
  }, 15_000);

  it('fifty calls that meet the end of the token lead to one renewal', async () => {
    const browser = accountDoor().openBrowser();
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
    // The answer may get lost: for a minute the same question has the same answer.
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect((await browser.ask('POST', '/auth/refresh', { active: true })).status).toBe(200);
    expect((await browser.ask('GET', LIST)).status).toBe(200);
    expect(provider.asked).toEqual(['password', 'refresh']);
  });

  it('a write is not let out with less life in the token than it may take', async () => {
    const browser = accountDoor().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    time = START + 256_000;
    expect((await browser.ask('GET', LIST)).status).toBe(200);
    const refused = await browser.ask('DELETE', '/api/v1/product_order/c-1/');
    expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'token_stale', acted: 'no' }]);
    await browser.ask('POST', '/auth/refresh', { active: true });
    expect((await browser.ask('DELETE', '/api/v1/product_order/c-1/')).status).toBe(200);
  });

  it('a session that was ended at the provider is over here', async () => {
    const browser = accountDoor().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    provider.endSessions();
    expect((await browser.ask('GET', LIST)).status).toBe(401);
    const over = await browser.ask('POST', '/auth/refresh', { active: true });
    expect([over.status, await over.json()]).toMatchObject([401, { code: 'signed_out' }]);
  });

  it('a provider that is away is said to be, and the session stays', async () => {
    const browser = accountDoor().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    provider.faults.push('html');
    const unclear = await browser.ask('POST', '/auth/refresh', { active: true });
    expect([unclear.status, await unclear.json()]).toMatchObject([503, { code: 'sign_in_unreachable' }]);
    expect((await browser.ask('GET', LIST)).status).toBe(200);
  });

  it('signing out ends the session at the provider as well', async () => {
    const browser = accountDoor().openBrowser();
    await browser.ask('POST', '/auth/login', typed);
    await browser.ask('POST', '/auth/logout');
    await expect.poll(() => provider.asked).toEqual(['password', 'end']);
  });

  it.each([
    [{ user: 'desk' }, 400],
    [{ ...typed, user: '' }, 400],
    [{ ...typed, password: 'x'.repeat(201) }, 400],
    [{ ...typed, more: 'x'.repeat(4096) }, 400],
  ])('what is no name and password is refused: %j', async (sent, status) => {
    expect((await accountDoor().openBrowser().ask('POST', '/auth/login', sent)).status).toBe(status);
  });

  it('a method that is not the call’s is refused', async () => {
    const { ask } = accountDoor().openBrowser();
    for (const path of ['/auth/login', '/auth/refresh', '/auth/logout']) {
      const answer = await ask('GET', path);
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST']);
    }
  });
});

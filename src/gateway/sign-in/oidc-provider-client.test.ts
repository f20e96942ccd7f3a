import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_CLIENT, startCompanyProvider, type CompanyProvider } from '~e2e/sign-in/company-provider';
import { signInAtProvider } from '~e2e/sign-in/provider-visitor';
import { createOidcProviderClient, NotAdmittedError, refusalOf } from './oidc-provider-client';
import type { ProviderProblem } from './provider-problem';
import type { OidcSettings } from '~/gateway/settings/sign-in-settings';

const DESK = 'http://127.0.0.1:4000';
const NORMAL = { forceLogin: false };
let company: CompanyProvider;
let time = 0;

beforeAll(async () => {
  company = await startCompanyProvider(DESK);
});
afterAll(() => company.close());

function open(changed: Partial<OidcSettings> = {}) {
  const settings: OidcSettings = {
    issuer: company.issuer,
    clientId: DESK_CLIENT.id,
    clientSecret: DESK_CLIENT.secret,
    scopes: 'openid profile email',
    allow: { claim: 'groups', values: ['orders'] },
    ...changed,
  };
  const problems: ProviderProblem[] = [];
  const client = createOidcProviderClient(settings, {
    callback: `${DESK}/auth/callback`,
    onProblem: (problem) => problems.push(problem),
    now: () => time,
  });
  return { ...client, problems };
}

/** Everything that the gateway and the browser do, up to the address by which the person comes back. */
async function visit(client: ReturnType<typeof open>, name: string) {
  const { location, roundTrip } = await client.begin(NORMAL);
  return { location: new URL(location), back: await signInAtProvider(location, name), roundTrip };
}

describe('a sign-in at a certified provider', () => {
  it('gives the person', async () => {
    const client = open();
    const { location, back, roundTrip } = await visit(client, 'canary.person');
    expect(location.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(location.searchParams.get(name)?.length).toBeGreaterThan(40);
    }
    expect(await client.finish(back, roundTrip)).toMatchObject({
      subject: `${company.issuer}|canary.person`,
      name: 'Name of canary.person',
    });
  });

  it('refuses a person outside the list', async () => {
    const client = open();
    const { back, roundTrip } = await visit(client, 'a.stranger');
    await expect(client.finish(back, roundTrip)).rejects.toMatchObject({ failure: 'not_allowed' });
  });

  it('admits every account without a list', async () => {
    const client = open({ allow: null });
    const { back, roundTrip } = await visit(client, 'a.stranger');
    expect(await client.finish(back, roundTrip)).toMatchObject({ name: 'Name of a.stranger' });
  });

  it.each<[string, (back: URL) => void]>([
    ['another state', (back) => back.searchParams.set('state', 'x')],
    ['another code', (back) => back.searchParams.set('code', 'x')],
    ['another provider', (back) => back.searchParams.set('iss', 'http://evil.example.com')],
    ['an error', (back) => back.searchParams.set('error', 'access_denied')],
  ])('fails with %s', async (_, change) => {
    const client = open();
    const { back, roundTrip } = await visit(client, 'canary.person');
    change(back);
    await expect(client.finish(back, roundTrip)).rejects.toBeInstanceOf(NotAdmittedError);
  });

  it('counts once', async () => {
    const client = open();
    const { back, roundTrip } = await visit(client, 'canary.person');
    await client.finish(back, roundTrip);
    await expect(client.finish(back, roundTrip)).rejects.toMatchObject({ failure: 'failed' });
  });

  it('counts only in the browser that began it', async () => {
    const client = open();
    const { back } = await visit(client, 'canary.person');
    const { roundTrip } = await client.begin(NORMAL);
    await expect(client.finish(back, roundTrip)).rejects.toMatchObject({ failure: 'failed' });
    await expect(client.finish(back, null)).rejects.toMatchObject({ failure: 'failed' });
  });

  it('fails with a wrong secret of the desk', async () => {
    const client = open({ clientSecret: 'wrong' });
    const { back, roundTrip } = await visit(client, 'canary.person');
    await expect(client.finish(back, roundTrip)).rejects.toMatchObject({ failure: 'failed' });
  });

  it('ends at the provider', async () => {
    const client = open();
    const { back, roundTrip } = await visit(client, 'canary.person');
    const { idToken } = await client.finish(back, roundTrip);
    const end = new URL((await client.signOutUrl(idToken, `${DESK}/sign-in?out=yes`)) ?? 'none:');
    expect(end.origin).toBe(company.issuer);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${DESK}/sign-in?out=yes`);
  });

  it('recovers from an unreachable provider', async () => {
    const client = open();
    const { issuer } = company;
    company.close();
    expect(client.isReady()).toBe(false);
    await expect(client.begin(NORMAL)).rejects.toMatchObject({ failure: 'unreachable' });
    expect(client.problems).toMatchObject([{ step: 'discovery' }]);
    expect(client.problems[0]?.reason).toMatch(/^ECONN|^UND_ERR/);
    company = await startCompanyProvider(DESK, Number(new URL(issuer).port));
    // A provider that is away is not asked with every call.
    await expect(client.begin(NORMAL)).rejects.toMatchObject({ failure: 'unreachable' });
    time += 5_000;
    await expect(client.begin(NORMAL)).resolves.toHaveProperty('location');
    expect(client.isReady()).toBe(true);
    expect(client.problems).toHaveLength(1);
  });

  it('names both issuers when they differ by a slash', async () => {
    const slash = createServer((_, outgoing) => {
      outgoing.setHeader('Content-Type', 'application/json');
      outgoing.end(JSON.stringify({ issuer: `${address()}/realms/staff` }));
    }).listen(0, '127.0.0.1');
    await once(slash, 'listening');
    const address = (): string => {
      const bound = slash.address();
      return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
    };
    const other = open({ issuer: `${address()}/realms/staff/` });
    await expect(other.begin(NORMAL)).rejects.toBeInstanceOf(NotAdmittedError);
    expect(other.isReady()).toBe(false);
    expect(other.problems).toEqual([
      {
        step: 'discovery',
        reason: 'issuer_differs',
        expected: `${address()}/realms/staff/`,
        found: `${address()}/realms/staff`,
      },
    ]);
    slash.close();
  });

  it('names a wrong secret without a person', async () => {
    const client = open({ clientSecret: 'wrong' });
    const { back, roundTrip } = await visit(client, 'canary.person');
    await expect(client.finish(back, roundTrip)).rejects.toBeInstanceOf(NotAdmittedError);
    expect(client.problems).toEqual([{ step: 'token', reason: 'invalid_client', status: 401 }]);
  });

  it('asks for credentials when it must', async () => {
    const { location } = await open().begin({ forceLogin: true });
    expect(new URL(location).searchParams.get('prompt')).toBe('login');
  });
});

describe('an admitted person', () => {
  const ok = null;
  it.each([
    [{ groups: ['sales', 'orders'] }, 'groups', ok],
    [{ groups: 'orders' }, 'groups', ok],
    [{ groups: 'orders and more' }, 'groups', 'not_allowed'],
    [{ groups: [['orders']] }, 'groups', 'not_allowed'],
    [{}, 'groups', 'not_allowed'],
    [{ email: 'orders', email_verified: true }, 'email', ok],
    [{ email: 'orders', email_verified: false }, 'email', 'no_email_verified'],
    [{ email: 'orders', email_verified: 'true' }, 'email', 'no_email_verified'],
    [{ email: 'orders' }, 'email', 'no_email_verified'],
    [{ email: 'orders', xms_edov: true }, 'email', ok],
    [{ email: 'orders', xms_edov: '1' }, 'email', ok],
    [{ email: 'orders', xms_edov: '0' }, 'email', 'no_email_verified'],
    [{ email: 'orders', email_verified: false, xms_edov: true }, 'email', 'no_email_verified'],
    [{ email: 'other', xms_edov: true }, 'email', 'not_allowed'],
    [{ phone_number: 'orders' }, 'phone_number', 'no_phone_number_verified'],
    [{ hasgroups: true }, 'groups', 'groups_omitted'],
    [{ hasgroups: 'true' }, 'groups', 'groups_omitted'],
    [{ hasgroups: true }, 'roles', 'not_allowed'],
    [{ _claim_names: { groups: 'src1' }, _claim_sources: { src1: {} } }, 'groups', 'groups_omitted'],
    [{ _claim_names: { groups: 'src1' }, groups: [] }, 'groups', 'groups_omitted'],
    [{ hasgroups: true, groups: [] }, 'groups', 'groups_omitted'],
    [{ groups: [] }, 'groups', 'not_allowed'],
    [{ _claim_names: { groups: 'src1' }, groups: ['sales'] }, 'groups', 'not_allowed'],
    [{ _claim_names: { roles: 'src1' } }, 'groups', 'not_allowed'],
  ])('with %j by the claim %s: %s', (claims, claim, why) => {
    expect(refusalOf(claims, { claim, values: ['orders'] })?.why ?? null).toBe(why);
  });
});

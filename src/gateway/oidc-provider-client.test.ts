import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_CLIENT, startCompanyProvider, type CompanyProvider } from '~e2e/sign-in/company-provider';
import { signInAtProvider } from '~e2e/sign-in/provider-visitor';
import { createOidcProviderClient, isAllowed, NotVouchedError } from './oidc-provider-client';
import type { OidcSettings } from './sign-in-settings';

const DESK = 'http://127.0.0.1:4000';
let company: CompanyProvider;

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
  return createOidcProviderClient(settings, `${DESK}/auth/callback`);
}

/** Everything that the gateway and the browser do, up to the address by which the person comes back. */
async function visit(client: ReturnType<typeof open>, name: string) {
  const { location, memory } = await client.begin();
  return { location: new URL(location), back: await signInAtProvider(location, name), memory };
}

describe('a sign-in at a certified provider', () => {
  it('tells who it is', async () => {
    const client = open();
    const { location, back, memory } = await visit(client, 'canary.person');
    expect(location.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(location.searchParams.get(name)?.length).toBeGreaterThan(40);
    }
    expect(await client.finish(back, memory)).toMatchObject({
      subject: `${company.issuer}|canary.person`,
      name: 'Name of canary.person',
    });
  });

  it('lets in nobody who is on no list', async () => {
    const client = open();
    const { back, memory } = await visit(client, 'a.stranger');
    await expect(client.finish(back, memory)).rejects.toMatchObject({ why: 'not_allowed' });
  });

  it('lets everybody in only when that is said', async () => {
    const client = open({ allow: null });
    const { back, memory } = await visit(client, 'a.stranger');
    expect(await client.finish(back, memory)).toMatchObject({ name: 'Name of a.stranger' });
  });

  it.each<[string, (back: URL) => void]>([
    ['another state', (back) => back.searchParams.set('state', 'x')],
    ['another code', (back) => back.searchParams.set('code', 'x')],
    ['another provider', (back) => back.searchParams.set('iss', 'http://evil.example.com')],
    ['an error', (back) => back.searchParams.set('error', 'access_denied')],
  ])('counts for nothing when it comes back with %s', async (_, change) => {
    const client = open();
    const { back, memory } = await visit(client, 'canary.person');
    change(back);
    await expect(client.finish(back, memory)).rejects.toBeInstanceOf(NotVouchedError);
  });

  it('counts once', async () => {
    const client = open();
    const { back, memory } = await visit(client, 'canary.person');
    await client.finish(back, memory);
    await expect(client.finish(back, memory)).rejects.toMatchObject({ why: 'failed' });
  });

  it('counts only in the browser that began it', async () => {
    const client = open();
    const { back } = await visit(client, 'canary.person');
    const { memory } = await client.begin();
    await expect(client.finish(back, memory)).rejects.toMatchObject({ why: 'failed' });
    await expect(client.finish(back, null)).rejects.toMatchObject({ why: 'failed' });
  });

  it('fails with a wrong secret of the desk', async () => {
    const client = open({ clientSecret: 'wrong' });
    const { back, memory } = await visit(client, 'canary.person');
    await expect(client.finish(back, memory)).rejects.toMatchObject({ why: 'failed' });
  });

  it('can be ended at the provider as well', async () => {
    const client = open();
    const { back, memory } = await visit(client, 'canary.person');
    const { idToken } = await client.finish(back, memory);
    const end = new URL((await client.endAddress(idToken, `${DESK}/sign-in?out=yes`)) ?? 'none:');
    expect(end.origin).toBe(company.issuer);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${DESK}/sign-in?out=yes`);
  });

  it('works again after the provider was away when it was first asked', async () => {
    const client = open();
    const { issuer } = company;
    company.close();
    await expect(client.begin()).rejects.toBeInstanceOf(Error);
    company = await startCompanyProvider(DESK, Number(new URL(issuer).port));
    await expect(client.begin()).resolves.toHaveProperty('location');
  });
});

describe('who is allowed', () => {
  it.each([
    [{ groups: ['sales', 'orders'] }, 'groups', true],
    [{ groups: 'orders' }, 'groups', true],
    [{ groups: 'orders and more' }, 'groups', false],
    [{ groups: [['orders']] }, 'groups', false],
    [{}, 'groups', false],
    [{ email: 'orders', email_verified: true }, 'email', true],
    [{ email: 'orders', email_verified: false }, 'email', false],
  ])('with %j by the claim %s: %s', (claims, claim, allowed) => {
    expect(isAllowed(claims, { claim, values: ['orders'] })).toBe(allowed);
  });
});

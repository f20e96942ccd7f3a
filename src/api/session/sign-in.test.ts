import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, connectTo, goOffline } from '~/api/testing/stand-in-network';
import { renewSession, signIn, signOut } from './sign-in';
import { freshPerson } from './signed-in-person';

vi.mock('~/api/transport/pause', () => ({ pause: async () => undefined }));

/* The fault matrix's rows S1 to S3 from the page's side: anything between the page and the gateway can answer. */

const TYPED = { user: 'desk', password: 'secret' };
const PERSON = { epoch: 'b', now: 1000, signIn: 'oidc', person: 'Ann', encryptionKey: 'ann' };

/** No answer at all. */
const cut = { fetch: async (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch')) };

/** A page with a session, whose gateway answers `path` like this. */
function answerTo(path: string, answer: () => Promise<Response>, session: object = PERSON): Request[] {
  return connectTo(
    {
      fetch: async ({ url }) =>
        new URL(url).pathname === path ? answer() : Response.json({ ...session, idleEndsAt: 5000 }),
    },
    'gateway',
  );
}

const saying = (status: number, body: BodyInit | null) => async () => new Response(body, { status });

/** Locks of one tab. */
function withLocks(): void {
  Object.assign(navigator, {
    locks: { request: async (_: string, work: () => Promise<unknown>): Promise<unknown> => work() },
  });
}

describe('S1: signing in', () => {
  it.each([
    [200, { person: 'Ann' }, { kind: 'signed-in' }],
    [200, { location: 'https://idp.test/' }, { kind: 'redirect', location: 'https://idp.test/' }],
    // An answer without a name is no sign-in.
    [200, {}, { kind: 'no-answer' }],
    [200, undefined, { kind: 'no-answer' }],
    [200, '{"person":', { kind: 'no-answer' }],
    [200, '<h1>proxy</h1>', { kind: 'no-answer' }],
    [400, {}, { kind: 'refused' }],
    [401, {}, { kind: 'refused' }],
    [403, {}, { kind: 'refused' }],
    [409, {}, { kind: 'refused' }],
    [422, {}, { kind: 'refused' }],
    [404, {}, { kind: 'unreachable' }],
    [429, { retry_after: 7 }, { kind: 'too-many', seconds: 7 }],
    [500, {}, { kind: 'unreachable' }],
    [503, {}, { kind: 'unreachable' }],
    [504, {}, { kind: 'unreachable' }],
  ])('with %i %j ends as %j, asked once', async (status, body, outcome) => {
    const left = answerWith(status, body);
    expect(await signIn(TYPED)).toEqual(outcome);
    expect(left).toHaveLength(1);
  });

  it('without an answer is no sign-in and repeats nothing', async () => {
    const left = connectTo(cut);
    expect(await signIn(TYPED)).toEqual({ kind: 'no-answer' });
    goOffline();
    expect(await signIn(TYPED)).toEqual({ kind: 'no-answer' });
    expect(left).toHaveLength(2);
  });
});

/** An answer of a proxy before the gateway. */
const foreign = async () => new Response('', { status: 401, headers: { 'x-ot': '' } });

describe('a proxy that wants a sign-in of its own', () => {
  it('is named by a sign-in and refuses nothing', async () => {
    connectTo({ fetch: foreign }, 'gateway');
    expect(await signIn(TYPED)).toEqual({ kind: 'proxy-sign-in' });
  });

  it('keeps the session at a renewal', async () => {
    answerTo('/auth/refresh', foreign);
    withLocks();
    await freshPerson();
    expect(await renewSession(true)).toBe('unclear');
  });

  it('leaves a sign-out undone', async () => {
    connectTo({ fetch: foreign }, 'gateway');
    await expect(signOut()).rejects.toMatchObject({ kind: 'proxy-sign-in', effect: 'none' });
  });
});

describe('S2: renewing a session', () => {
  const outcomeOf = async (answer: () => Promise<Response>): Promise<[string, number]> => {
    const left = answerTo('/auth/refresh', answer);
    withLocks();
    await freshPerson();
    const outcome = await renewSession(true);
    return [outcome, left.filter(({ url }) => url.endsWith('/auth/refresh')).length];
  };

  it.each([400, 401, 403, 409, 422])('%i ends it', async (status) => {
    expect(await outcomeOf(saying(status, '{}'))).toEqual(['over', 1]);
  });

  it.each([
    ['404', saying(404, '{}')],
    ['429', saying(429, '{}')],
    ['500', saying(500, '{}')],
    ['a page of HTML', saying(502, '<h1>proxy</h1>')],
    ['503', saying(503, '{}')],
    ['a damaged answer', saying(200, '{"person":')],
    ['no answer', cut.fetch],
  ])('%s keeps it', async (_, answer) => {
    expect(await outcomeOf(answer)).toEqual(['unclear', 1]);
  });

  it('that another tab renewed is not renewed again', async () => {
    let idleEndsAt = 5000;
    const left = connectTo({ fetch: async () => Response.json({ ...PERSON, idleEndsAt }) }, 'gateway');
    withLocks();
    await freshPerson();
    idleEndsAt = 9000;
    expect(await renewSession(true)).toBe('renewed');
    expect(left.some(({ url }) => url.endsWith('/auth/refresh'))).toBe(false);
  });

  it('without a person is over', async () => {
    let person: string | null = 'Ann';
    connectTo({ fetch: async () => Response.json({ ...PERSON, person }) }, 'gateway');
    withLocks();
    await freshPerson();
    person = null;
    expect(await renewSession(true)).toBe('over');
  });
});

describe('S3: signing out', () => {
  it.each([200, 400, 401, 403, 404, 409, 422])('counts as done with %i', async (status) => {
    answerWith(status, {});
    expect(await signOut()).toBeNull();
  });

  it('leads on to the provider', async () => {
    answerWith(200, { location: 'https://idp.test/end' });
    expect(await signOut()).toBe('https://idp.test/end');
  });

  it.each([429, 500, 502, 503, 504])('is not done yet with %i', async (status) => {
    answerWith(status, {});
    await expect(signOut()).rejects.toMatchObject({ effect: 'none', status });
  });

  it.each(['<h1>proxy</h1>', '{"location":'])('is not done yet with %j', async (body) => {
    answerWith(200, body);
    await expect(signOut()).rejects.toMatchObject({ effect: 'none' });
  });

  it('is not done yet without an answer', async () => {
    connectTo(cut);
    await expect(signOut()).rejects.toMatchObject({ effect: 'none' });
  });
});

describe('another person who signs in', () => {
  const reload = vi.fn<() => void>();
  beforeEach(() => vi.stubGlobal('location', { reload }));
  afterEach(() => vi.unstubAllGlobals());

  it('gets a reloaded page', async () => {
    let encryptionKey = 'ann';
    connectTo({ fetch: async () => Response.json({ ...PERSON, encryptionKey }) }, 'gateway');
    await freshPerson();
    encryptionKey = 'bob';
    let isTold = false;
    void freshPerson().finally(() => (isTold = true));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    await Promise.resolve();
    expect(isTold).toBe(false);
  });
});

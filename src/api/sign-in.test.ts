import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, connectTo, goOffline } from './stand-in-network';
import { renewSession, signIn, signOut } from './sign-in';
import { freshPerson } from './signed-in-person';

vi.mock('./pause', () => ({ pause: async () => undefined }));

/* The rows S1 to S3 of what can go wrong, from the page's side: whatever stands between it and the gateway may answer. */

const TYPED = { user: 'desk', password: 'secret' };
const PERSON = { bootId: 'b', now: 1000, signIn: 'oidc', person: 'Ann', draftKey: 'ann' };

/** No answer at all. */
const cut = { fetch: async (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch')) };

/** A page that knows who is signed in, and whose gateway then answers so. */
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
    [200, { location: 'https://idp.test/' }, { kind: 'elsewhere', location: 'https://idp.test/' }],
    // Whoever is not named is not signed in, whatever the status says.
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

  it('without an answer, or an HTML page in its place, nobody is signed in and nothing is repeated', async () => {
    const left = connectTo(cut);
    expect(await signIn(TYPED)).toEqual({ kind: 'no-answer' });
    goOffline();
    expect(await signIn(TYPED)).toEqual({ kind: 'no-answer' });
    expect(left).toHaveLength(2);
  });
});

describe('S2: letting a session go on', () => {
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
  ])('%s says nothing of it: it is kept and asked again later', async (_, answer) => {
    expect(await outcomeOf(answer)).toEqual(['unclear', 1]);
  });

  it('that another tab has let go on is not asked again', async () => {
    let idleEndsAt = 5000;
    const left = connectTo({ fetch: async () => Response.json({ ...PERSON, idleEndsAt }) }, 'gateway');
    withLocks();
    await freshPerson();
    idleEndsAt = 9000;
    expect(await renewSession(true)).toBe('renewed');
    expect(left.some(({ url }) => url.endsWith('/auth/refresh'))).toBe(false);
  });

  it('that nobody has any more is over', async () => {
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

  it('goes on to where the provider ends it', async () => {
    answerWith(200, { location: 'https://idp.test/end' });
    expect(await signOut()).toBe('https://idp.test/end');
  });

  it.each([429, 500, 502, 503, 504])('is not done yet with %i', async (status) => {
    answerWith(status, {});
    await expect(signOut()).rejects.toMatchObject({ acted: 'no', status });
  });

  it.each(['<h1>proxy</h1>', '{"location":'])('is not done yet with %j', async (body) => {
    answerWith(200, body);
    await expect(signOut()).rejects.toMatchObject({ acted: 'no' });
  });

  it('is not done yet without an answer', async () => {
    connectTo(cut);
    await expect(signOut()).rejects.toMatchObject({ acted: 'no' });
  });
});

describe('somebody else who signs in', () => {
  const reload = vi.fn<() => void>();
  beforeEach(() => vi.stubGlobal('location', { reload }));
  afterEach(() => vi.unstubAllGlobals());

  it('finds the page loaded anew, and whatever asked for the session goes no further', async () => {
    let draftKey = 'ann';
    connectTo({ fetch: async () => Response.json({ ...PERSON, draftKey }) }, 'gateway');
    await freshPerson();
    draftKey = 'bob';
    let isTold = false;
    void freshPerson().finally(() => (isTold = true));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    await Promise.resolve();
    expect(isTold).toBe(false);
  });
});

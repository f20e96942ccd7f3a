import { describe, expect, it, vi } from 'vitest';
import { ApiError, type ApiErrorKind } from './api-error';
import { createQueryClient, prefetchWithin } from './query-client';

/** How many times a read that always fails in this way is tried. */
async function triesOf(failure: Error): Promise<number> {
  vi.useFakeTimers();
  let tries = 0;
  const reading = createQueryClient().query({
    queryKey: ['x'],
    queryFn: async () => {
      tries += 1;
      throw failure;
    },
  });
  const [outcome] = await Promise.allSettled([reading, vi.advanceTimersByTimeAsync(60_000)]);
  expect(outcome).toEqual({ status: 'rejected', reason: failure });
  vi.useRealTimers();
  return tries;
}

describe('a read that fails', () => {
  it.each([
    ['unreachable', 3],
    ['timeout', 3],
    ['fault', 3],
    ['offline', 1],
    ['unauthorized', 1],
    ['forbidden', 1],
    ['not-found', 1],
    ['conflict', 1],
    ['invalid', 1],
    ['busy', 1],
    ['unreadable', 1],
  ] as const satisfies readonly (readonly [ApiErrorKind, number])[])(
    'as %s is tried %i times in all',
    async (kind, tries) => {
      expect(await triesOf(new ApiError({ kind, effect: 'unknown' }))).toBe(tries);
    },
  );

  it('with 503 is tried three times unless told to wait', async () => {
    const busy = { kind: 'busy', effect: 'none', status: 503 } as const;
    expect(await triesOf(new ApiError(busy))).toBe(3);
    expect(await triesOf(new ApiError({ ...busy, retryAfterSeconds: 7 }))).toBe(1);
  });

  it('by a mistake of ours is tried once', async () => {
    expect(await triesOf(new TypeError('x is not a function'))).toBe(1);
  });

  it('waits half a second, then a second, with jitter', () => {
    const { retryDelay } = createQueryClient().getDefaultOptions().queries ?? {};
    if (typeof retryDelay !== 'function') throw new Error('There is no pause between tries');
    const error = new ApiError({ kind: 'fault', effect: 'unknown' });
    const random = vi.spyOn(Math, 'random');
    const spans = [0, 1].map((failures) =>
      [0, 1].map((chance) => {
        random.mockReturnValue(chance);
        return retryDelay(failures, error);
      }),
    );
    random.mockRestore();
    expect(spans).toEqual([
      [375, 625],
      [750, 1250],
    ]);
  });
});

it('a write is made once, whatever the network', () => {
  expect(createQueryClient().getDefaultOptions().mutations).toEqual({ retry: false, networkMode: 'always' });
});

describe('beginning a reading', () => {
  const reading = (queryFn: () => Promise<string>) => ({ queryKey: ['x'], queryFn });
  const never = () => new Promise<string>(() => undefined);

  it('is over when the answer is there', async () => {
    const client = createQueryClient();
    await prefetchWithin(
      client,
      reading(async () => 'a'),
    );
    expect(client.getQueryData(['x'])).toBe('a');
  });

  it('ends after a moment and keeps the reading', async () => {
    vi.useFakeTimers();
    const client = createQueryClient();
    let isOver = false;
    const started = prefetchWithin(client, reading(never)).then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(149);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await started;
    expect(client.isFetching()).toBe(1);
    vi.useRealTimers();
  });

  it('does not wait where an older answer can be shown', async () => {
    const client = createQueryClient();
    client.setQueryData(['x'], 'old', { updatedAt: 0 });
    await prefetchWithin(client, reading(never));
    expect(client.isFetching()).toBe(1);
  });

  it('is over when it fails: the page says so', async () => {
    const client = createQueryClient();
    const refused = async () => {
      throw new ApiError({ kind: 'forbidden', effect: 'none' });
    };
    await prefetchWithin(client, reading(refused));
    expect(client.getQueryState(['x'])?.status).toBe('error');
  });
});

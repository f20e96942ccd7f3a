import { createClient } from '@redis/client';
import { drawEpoch } from './memory-state';
import { REDIS_SCRIPT } from './redis-script';
import { NEW_EPOCH_KEY, StateUnavailableError, type Claim, type StateStore } from './state-store';

interface Options {
  /** `redis://` or `rediss://`, without a password. It may name a user. */
  readonly url: string;
  readonly password: string | null;
  /** How long NEW_EPOCH_KEY stands in an empty or restarted server, in ms. */
  readonly newEpochMs: number;
}

/** One hash tag for all keys, so that a cluster keeps them in one place. */
const PREFIX = '{orderdesk}:';
const EPOCH_KEY = `${PREFIX}epoch`;
/** Longer than that no answer of the server is waited for. */
const ANSWER_WITHIN = 2000;
const CONNECT_WITHIN = 3000;
const LONGEST_RETRY = 2000;

/** The reply of the script: a word, a value that belongs to the word, and the time left. */
interface Reply {
  readonly kind: string;
  readonly value: string;
  readonly leftMs: number;
}

/**
 * The store of several instances, in Redis or Valkey. Rejects in plain words when the server cannot be used.
 *
 * A server that restarts may have lost its last writes: then the epoch is a new one. Every operation names the epoch it
 * belongs to, so no instance goes on with an old one.
 */
export async function openRedisState({ url, password, newEpochMs }: Options): Promise<StateStore> {
  // The client would sign in with the user of a URL and no password.
  const server = new URL(url);
  const username = decodeURIComponent(server.username);
  server.username = '';
  const client = createClient({
    url: server.href,
    ...(username === '' ? {} : { username }),
    ...(password === null ? {} : { password }),
    name: 'orderdesk',
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_WITHIN,
      reconnectStrategy: (retries: number, cause: Error) =>
        hasOpened ? Math.min(100 * 2 ** retries, LONGEST_RETRY) : cause,
    },
  });
  let hasOpened = false;
  let epoch = '';
  // The server's last clock reading, and its time on the monotonic clock of this process.
  let [shown, shownAt, latest] = [0, 0, 0];

  const now = (): number => {
    latest = Math.max(latest, shown + performance.now() - shownAt);
    return latest;
  };

  async function runScript(key: string, args: readonly string[]): Promise<Reply> {
    const rest = ['2', EPOCH_KEY, PREFIX + key, PREFIX, ...args];
    const reply: unknown = await client.sendCommand(['EVALSHA', REDIS_SCRIPT.sha, ...rest]).catch((error) => {
      if (error instanceof Error && error.message.startsWith('NOSCRIPT'))
        return client.sendCommand(['EVAL', REDIS_SCRIPT.source, ...rest]);
      throw error;
    });
    const [kind, time, value, leftMs] = Array.isArray(reply) ? reply.map((part: unknown) => part) : [];
    [shown, shownAt] = [Number(time), performance.now()];
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return { kind: String(kind), value: text, leftMs: Math.max(0, Number(leftMs ?? 0)) };
  }

  /** Learns the epoch, and draws a new one when the server is another than before. */
  async function readEpoch(): Promise<void> {
    const run = /^run_id:(\w+)/m.exec(await client.info('server'))?.[1] ?? '';
    epoch = (await runScript(NEW_EPOCH_KEY, ['', 'open', drawEpoch(), run, String(newEpochMs)])).value;
  }

  async function ask(op: string, key: string, ...args: readonly string[]): Promise<Reply> {
    try {
      const reply = await within(runScript(key, [epoch, op, ...args]));
      if (reply.kind !== 'lost') return reply;
    } catch (cause) {
      throw new StateUnavailableError('The state server cannot be reached.', { cause });
    }
    await readEpoch().catch(() => undefined);
    throw new StateUnavailableError('The state server has lost its state.');
  }

  client.on('error', () => undefined);
  try {
    await client.connect();
    checkEviction(await client.info('memory'));
    await readEpoch();
  } catch (error) {
    client.destroy();
    throw new Error(`STATE_URL cannot be used: ${error instanceof Error ? error.message : 'unknown error'}`, {
      cause: error,
    });
  }
  hasOpened = true;
  // After each new connection, before any operation relies on the server's state.
  client.on('ready', () => void readEpoch().catch(() => undefined));

  return {
    get epoch() {
      return epoch;
    },
    now,
    isShared: true,
    async get(key) {
      const { kind, value, leftMs } = await ask('get', key);
      return kind === 'entry' ? { value, leftMs } : null;
    },
    async claim(key, value, { ttlMs, quota }): Promise<Claim> {
      const limit = quota ? [quota.name, String(quota.most)] : ['', ''];
      const reply = await ask('claim', key, value, inMs(ttlMs), ...limit);
      if (reply.kind === 'claimed') return { kind: 'claimed' };
      if (reply.kind === 'over_quota') return { kind: 'over_quota', leftMs: reply.leftMs };
      return { kind: 'taken', value: reply.value, leftMs: reply.leftMs };
    },
    async replace(key, expected, value, ttlMs) {
      const lifetime = ttlMs === undefined ? '' : inMs(ttlMs);
      return (await ask('replace', key, expected, value, lifetime)).kind === 'yes';
    },
    async remove(key, expected) {
      return (await ask('remove', key, ...(expected === undefined ? [] : [expected]))).kind === 'yes';
    },
    async increment(key, { ttlMs, quota }) {
      const limit = quota ? [quota.name, String(quota.most)] : ['', ''];
      const { kind, value, leftMs } = await ask('increment', key, '', inMs(ttlMs), ...limit);
      return { count: kind === 'count' ? Number(value) : Number.POSITIVE_INFINITY, leftMs };
    },
    close: async () => {
      await client.close();
    },
  };
}

function inMs(milliseconds: number): string {
  return String(Math.max(1, Math.ceil(milliseconds)));
}

/** Throws when the server may drop entries to make room. A dropped lock lets a cart be placed twice. */
function checkEviction(info: string): void {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
  const isLimited = !/^maxmemory:0\s*$/m.test(info);
  if (isLimited && policy !== 'noeviction')
    throw new Error(`the server drops entries when it is full (maxmemory-policy ${policy}); set noeviction`);
}

/** Rejects when an answer takes too long: the server may carry out the command all the same. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      ANSWER_WITHIN,
    );
  });
  try {
    return await Promise.race([work, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Redis or Valkey of this test alone, with its data in a folder of its own. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Ends it at once and removes its data. */
  readonly stop: () => Promise<void>;
}

interface RedisOptions {
  /** A port that an earlier one had, or any free one. */
  readonly port?: number;
  /** More arguments of the command line, such as `--requirepass`. */
  readonly args?: readonly string[];
  /** The files of a certificate and its key: then the server takes TLS connections only. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** The Redis or Valkey of this machine, or null. `npm test` installs one where it can, and names it. */
export function redisPath(): string | null {
  const named = process.env['REDIS_SERVER'];
  const candidates = named ? [named] : ['redis-server', 'valkey-server'];
  return candidates.find((path) => spawnSync(path, ['--version']).status === 0) ?? null;
}

/** Starts a server and waits until it takes connections. */
export async function startRedis({ port, args = [], tls }: RedisOptions = {}): Promise<RedisServer> {
  const path = redisPath();
  if (path === null) throw new Error('No redis-server or valkey-server is on this machine');
  const chosen = port ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), 'orderdesk-redis-'));
  const listening = tls
    ? ['--port', '0', '--tls-port', String(chosen), '--tls-cert-file', tls.cert, '--tls-key-file', tls.key]
    : ['--port', String(chosen)];
  const settings = [...listening, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  if (tls) settings.push('--tls-auth-clients', 'no');
  const child = spawn(path, [...settings, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  await readiness(child);
  return {
    url: `${tls ? 'rediss' : 'redis'}://127.0.0.1:${chosen}`,
    port: chosen,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}

async function readiness({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('The output of Redis is not readable');
  const said: string[] = [];
  for await (const line of createInterface({ input: stdout })) {
    if (/ready to accept connections/i.test(line)) {
      stdout.resume();
      return;
    }
    said.push(line);
  }
  throw new Error(`Redis has not started:\n${said.join('\n')}`);
}

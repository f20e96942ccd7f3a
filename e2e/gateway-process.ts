import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import { aStateFolder } from '~/gateway/testing/state-folder';

/** The built gateway as a process of its own. */
export interface GatewayProcess {
  readonly origin: string;
  /** Kills the process at once. */
  readonly kill: () => Promise<void>;
}

/** Starts it in front of an API, on a port (0 for any). With `awaitPause` it waits until confirmations are possible. */
export async function startGateway(
  apiOrigin: string,
  { port = 0, awaitPause = true, settings = {} }: GatewayOptions = {},
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ORDER_API_URL: apiOrigin,
      ORDER_API_AUTH: 'none',
      STATE_DIR: await aStateFolder(),
      LOG_REQUESTS: 'no',
      PORT: String(port),
      // The pause before the first confirmation follows from it.
      WRITE_SECONDS: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await announcedOrigin(child);
  if (awaitPause) await pauseAfterStart(origin);
  return {
    origin,
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface GatewayOptions {
  readonly port?: number;
  readonly awaitPause?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Waits until the gateway looks for the cart before it refuses a ticket. */
async function pauseAfterStart(origin: string): Promise<void> {
  const ask = async () => {
    const { status } = await fetch(`${origin}/gw/confirm-tickets`, {
      method: 'POST',
      // The headers of our own page.
      headers: { 'content-type': 'application/json', 'x-ot': '1', origin },
      body: JSON.stringify({ cart: 'none', fingerprint: '', count: 1 }),
    });
    return status;
  };
  await expect.poll(ask, 'the pause after the start ends').toBe(404);
}

/** Reads the URL from the output of the gateway. */
async function announcedOrigin({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The output of the gateway is not readable');
  for await (const line of createInterface({ input: stdout })) {
    const [origin] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('The gateway has not started');
}

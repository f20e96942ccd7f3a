import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';

/** The built gateway as a process of its own. */
export interface GatewayProcess {
  readonly origin: string;
  /** Ends it at once, whatever is under way. */
  readonly kill: () => Promise<void>;
}

/** Starts it before an API, on a port (0 for any), and waits for the pause after the start if it shall confirm. */
export async function startGateway(
  apiOrigin: string,
  { port = 0, awaitPause = true, settings = {} }: GatewayOptions = {},
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ORDER_API_URL: apiOrigin,
      ORDER_API_AUTH: 'none',
      LOG_REQUESTS: 'no',
      PORT: String(port),
      // The shortest, for so is the pause before the first confirmation.
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

/** Over when the gateway would give a ticket, if there were such a cart. */
async function pauseAfterStart(origin: string): Promise<void> {
  const ask = async () => {
    const { status } = await fetch(`${origin}/gw/confirm-tickets`, {
      method: 'POST',
      // As our own page asks.
      headers: { 'content-type': 'application/json', 'x-ot': '1', origin },
      body: JSON.stringify({ cart: 'none', fingerprint: '', count: 1 }),
    });
    return status;
  };
  await expect.poll(ask, 'the pause after the start ends').toBe(404);
}

/** The gateway says its address in the first line that it prints. */
async function announcedOrigin({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The gateway cannot be heard');
  for await (const line of createInterface({ input: stdout })) {
    const [origin] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error('The gateway has not started');
}

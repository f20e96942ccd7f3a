import { randomBytes, randomUUID } from 'node:crypto';
import { createAccess } from './access';
import { createAudit } from './audit-log';
import { asCaller } from './caller';
import { createGuardedCalls } from './guarded-calls';
import { createKeyedHash } from './keyed-hash';
import type { PageCalls } from './page-calls';
import type { OrderApi } from './order-api-settings';
import { readTarget } from './request-target';
import type { SignIn } from './sign-in-settings';

export const DOOR = 'https://orders.example.com';
const MINUTE = 60_000;

export const SESSIONS = {
  key: new Uint8Array(randomBytes(32)),
  previousKey: null,
  draftKey: new Uint8Array(randomBytes(32)),
  idleMs: 30 * MINUTE,
  absoluteMs: 600 * MINUTE,
};

interface DoorParts {
  readonly signIn: SignIn;
  readonly orderApi?: OrderApi;
  readonly pageCalls: PageCalls;
  readonly now?: () => number;
}

/** The guarded calls for tests, with a browser that keeps its cookies and the audit that was written. */
export function createDoor({
  signIn,
  orderApi = { kind: 'sandbox', lines: 0 },
  pageCalls,
  now = Date.now,
}: DoorParts) {
  const lines: string[] = [];
  const audit = createAudit(
    (line) => lines.push(line),
    createKeyedHash(null),
    () => new Date(now()),
  );
  const access = createAccess(signIn, { publicOrigin: DOOR, orderApi, audit, now });
  const calls = createGuardedCalls({ pageCalls, access, audit, now });

  async function send(request: Request, rawTarget: string): Promise<Response> {
    const target = readTarget(rawTarget);
    if (!target) throw new Error(`No address: ${rawTarget}`);
    const caller = { address: '10.0.0.1', session: null };
    const routed = await asCaller(caller, () => calls(request, target, DOOR, randomUUID()));
    return routed?.response ?? new Response(null, { status: 404 });
  }

  function openBrowser() {
    const cookies = new Map<string, string>();
    const ask = async (method: string, target: string, body?: object, more: HeadersInit = {}) => {
      const headers = new Headers({ 'X-OT': '1', 'Sec-Fetch-Site': 'same-origin', Origin: DOOR });
      if (body) headers.set('Content-Type', 'application/json');
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      for (const [name, value] of new Headers(more)) headers.set(name, value);
      const sent = { method, headers, body: body ? JSON.stringify(body) : null };
      const response = await send(new Request(DOOR, sent), target);
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/);
        if (line.includes('Max-Age=0')) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    };
    return { ask, cookies };
  }

  return { openBrowser, audit: (): unknown[] => lines.map((line): unknown => JSON.parse(line)), lines };
}

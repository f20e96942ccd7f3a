import { randomBytes, randomUUID } from 'node:crypto';
import { createMemoryState } from '~/gateway/state/memory-state';
import type { StateStore } from '~/gateway/state/state-store';
import { createStaffAccess } from '~/gateway/staff-access';
import { createAudit } from '~/gateway/session/audit-log';
import { withRequestContext } from '~/gateway/session/request-context';
import { createAuthentication } from '~/gateway/authentication';
import { createKeyedHash } from '~/gateway/session/keyed-hash';
import type { ApiRoutes } from '~/gateway/api-routes';
import type { OrderApi } from '~/gateway/settings/order-api-settings';
import { readTarget } from '~/gateway/http/request-target';
import type { SignIn } from '~/gateway/settings/sign-in-settings';

export const STAFF_GATEWAY = 'https://orders.example.com';
const MINUTE = 60_000;

export const SESSIONS = {
  key: new Uint8Array(randomBytes(32)),
  previousKey: null,
  encryptionKey: new Uint8Array(randomBytes(32)),
  idleMs: 30 * MINUTE,
  absoluteMs: 600 * MINUTE,
};

interface StaffGatewayParts {
  readonly signIn: SignIn;
  readonly orderApi?: OrderApi;
  readonly apiRoutes: ApiRoutes;
  readonly now?: () => number;
  readonly state?: StateStore;
}

/** A gateway with sign-in for tests, a browser with cookies, and its audit. */
export function createStaffGateway({
  signIn,
  orderApi = { kind: 'sandbox', lines: 0 },
  apiRoutes,
  now = Date.now,
  state = createMemoryState(now),
}: StaffGatewayParts) {
  const lines: string[] = [];
  const audit = createAudit(
    async (line) => void lines.push(line),
    createKeyedHash(null),
    () => new Date(now()),
  );
  const access = createStaffAccess(signIn, { publicOrigin: STAFF_GATEWAY, orderApi, audit, state, now });
  const calls = createAuthentication({ apiRoutes, access, audit, now });

  async function send(request: Request, rawTarget: string): Promise<Response> {
    const target = readTarget(rawTarget);
    if (!target) throw new Error(`Bad path: ${rawTarget}`);
    const context = { address: '10.0.0.1', session: null };
    const routed = await withRequestContext(context, () =>
      calls(request, target, STAFF_GATEWAY, randomUUID()),
    );
    return routed?.response ?? new Response(null, { status: 404 });
  }

  function openBrowser() {
    const cookies = new Map<string, string>();
    const ask = async (method: string, target: string, body?: object, more: HeadersInit = {}) => {
      const headers = new Headers({ 'X-OT': '1', 'Sec-Fetch-Site': 'same-origin', Origin: STAFF_GATEWAY });
      if (body) headers.set('Content-Type', 'application/json');
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      for (const [name, value] of new Headers(more)) headers.set(name, value);
      const sent = { method, headers, body: body ? JSON.stringify(body) : null };
      const response = await send(new Request(STAFF_GATEWAY, sent), target);
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

import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { isWireObject } from '~/contract/scalars';
import { toReviewed } from '~/gateway/testing/confirming-person';
import { aStateFolder } from '~/gateway/testing/state-folder';
import { createMockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { serveApi } from '~e2e/api-server';
import { startGateway } from '~e2e/gateway-process';

/* What a gateway that was killed during a confirmation says after its restart. */

type Facts = Readonly<Record<string, unknown>>;

/** Asks as our page does; gives the answer with its status. */
async function ask(
  origin: string,
  method: string,
  path: string,
  body?: object,
  more: HeadersInit = {},
): Promise<Facts> {
  const headers = new Headers({
    'X-OT': '1',
    Origin: origin,
    ...(body ? { 'Content-Type': 'application/json' } : {}),
  });
  for (const [name, value] of new Headers(more)) headers.set(name, value);
  const answer = await fetch(origin + path, { method, headers, body: body ? JSON.stringify(body) : null });
  const said: unknown = await answer.json();
  return { ...(isWireObject(said) ? said : {}), status: answer.status };
}

async function openDesk() {
  const api = createMockApi();
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  const server = await serveApi((request) => api.fetch(request));
  const start = (folder: string, awaitPause: boolean) =>
    startGateway(server.origin, { awaitPause, settings: { STATE_DIR: folder, HOLD_SECONDS: '120' } });
  const path = `/api/v1/product_order/${cartId}/`;
  const askTicket = async (origin: string) => {
    const reviewed = await toReviewed(cartId, await ask(origin, 'GET', path));
    return ask(origin, 'POST', '/gw/confirm-tickets', reviewed);
  };
  /** Confirms the cart; the API drops the request without an answer, and the gateway is killed. */
  const confirmAndKill = async (folder: string) => {
    const gateway = await start(folder, true);
    const { origin } = gateway;
    const { epoch, now } = await ask(origin, 'GET', '/auth/session');
    const headers = {
      'Idempotency-Key': `${String(epoch)}.${String(now)}.${randomBytes(16).toString('base64url')}`,
      'X-OT-Ticket': String((await askTicket(origin))['ticket']),
    };
    api.faults.next({ operation: 'confirmCart' }, { cut: 'before' });
    const confirmed = await ask(origin, 'PATCH', `${path}confirm/`, undefined, headers);
    expect(confirmed).toMatchObject({ acted: 'unknown' });
    await gateway.kill();
  };
  return { cartId, start, askTicket, confirmAndKill, close: server.close };
}

test('a restart does not shorten the hold of an order', async () => {
  const { cartId, start, askTicket, confirmAndKill, close } = await openDesk();
  const folder = await aStateFolder();
  await confirmAndKill(folder);
  const again = await start(folder, false);
  expect(await askTicket(again.origin)).toMatchObject({ status: 409, code: 'locked' });
  const lifted = await ask(again.origin, 'POST', '/gw/confirmation-locks/lift', { cart: cartId });
  expect(lifted).toMatchObject({ status: 409, code: 'held' });
  // Of 121 seconds; time in which no gateway ran does not count.
  expect(lifted['retry_after']).toBeGreaterThan(60);
  await again.kill();
  close();
});

test('a lost folder begins with a pause', async () => {
  const { start, askTicket, confirmAndKill, close } = await openDesk();
  await confirmAndKill(await aStateFolder());
  const empty = `${await aStateFolder()}/new`;
  const again = await start(empty, false);
  const refused = await askTicket(again.origin);
  expect(refused).toMatchObject({ status: 503, code: 'just_started' });
  expect(refused['retry_after']).toBeGreaterThan(60);
  await again.kill();
  close();
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '~e2e/fixtures';
import { aCart, aLine } from '~/mock-api/store/given';
import { openGuardedDesk } from './guarded-desk';
import { sheet, signInWithAccount } from './steps';
import { ACCOUNT } from './token-provider';

test.beforeEach(({ expectComplaint }) => {
  // Whatever the other site is refused, the browser tells its console.
  expectComplaint(/./);
});

/** What another site can try: each script runs in its page and resolves when it is done. */
const TRICKS: Readonly<Record<string, string>> = {
  'reads by fetch': `await fetch(desk + '/api/v1/product_order_item/', { credentials: 'include' }).then((r) => r.text()).then((t) => { stolen = t; }, () => 0)`,
  'reads without asking': `await fetch(desk + '/api/v1/product_order_item/', { mode: 'no-cors', credentials: 'include' }).catch(() => 0)`,
  'writes JSON': `await fetch(desk + '/api/v1/product_order', { method: 'POST', credentials: 'include', headers: { 'Content-Type': 'application/json', 'X-OT': '1' }, body: '{}' }).catch(() => 0)`,
  'writes text without asking': `await fetch(desk + '/api/v1/product_order', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).catch(() => 0)`,
  deletes: `await fetch(desk + '/api/v1/product_order/c1/', { method: 'DELETE', credentials: 'include' }).catch(() => 0)`,
  'signs out': `await fetch(desk + '/auth/logout', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).catch(() => 0)`,
  'signs in': `await fetch(desk + '/auth/login', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{"user":"desk","password":"x"}' }).catch(() => 0)`,
  'asks the session': `await fetch(desk + '/auth/session', { credentials: 'include' }).then((r) => r.text()).then((t) => { stolen = t; }, () => 0)`,
  'sends a beacon': `navigator.sendBeacon(desk + '/api/v1/product_order', '{}')`,
  'loads an image': `await new Promise((r) => { const i = new Image(); i.onload = i.onerror = r; i.src = desk + '/api/v1/product_order_item/'; })`,
  'runs an answer as a script': `await new Promise((r) => { const s = document.createElement('script'); s.onload = s.onerror = r; s.src = desk + '/api/v1/product_order_item/'; document.head.append(s); })`,
  'takes an answer for a style': `await new Promise((r) => { const s = document.createElement('link'); s.rel = 'stylesheet'; s.onload = s.onerror = r; s.href = desk + '/api/v1/product_order_item/'; document.head.append(s); })`,
  'frames the desk': `await new Promise((r) => { const f = document.createElement('iframe'); f.onload = r; f.src = desk + '/lines'; document.body.append(f); })`,
  'posts a form into a frame': `await new Promise((r) => { const f = document.createElement('iframe'); f.name = 'f'; document.body.append(f); const m = document.createElement('form'); m.method = 'post'; m.target = 'f'; m.enctype = 'text/plain'; m.action = desk + '/api/v1/product_order'; document.body.append(m); f.onload = r; m.submit(); })`,
  'comes back from a provider': `await fetch(desk + '/auth/callback?code=x&state=y', { mode: 'no-cors', credentials: 'include' }).catch(() => 0)`,
};

test('another origin cannot read, write, sign in or out', async ({ page, context }) => {
  test.setTimeout(60_000);
  const desk = await openGuardedDesk({ signIn: 'account' });
  desk.api.given(aCart({ external_id: 'CDE-1', lines: [aLine({ external_id: 'SIEGE' })] }));
  const evil = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>evil'),
  );
  evil.listen(0);
  await once(evil, 'listening');
  const address = evil.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  await page.goto(`${desk.origin}/lines`);
  await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
  await expect(sheet(page)).toBeHidden();
  // The counts are the last thing that a list asks for: what reaches the API from here on is not the desk's.
  await expect(page.getByRole('link', { name: 'Brouillon 1' })).toBeVisible();
  await page.goto('about:blank');
  const asked = desk.provider.asked.length;
  desk.api.ledger.clear();

  // Another site, and a neighbour: another port of our own host, which cookies take for the same site.
  for (const host of ['localhost', '127.0.0.1']) {
    const other = await context.newPage();
    await other.goto(`http://${host}:${port}/`);
    for (const [name, trick] of Object.entries(TRICKS)) {
      const stolen = await other.evaluate(
        `(async () => { const desk = ${JSON.stringify(desk.origin)}; let stolen = ''; ${trick}; return stolen; })()`,
      );
      expect(stolen, `${name} from ${host}`).toBe('');
    }
    await other.close();
  }
  expect(desk.api.ledger.entries.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  expect(desk.provider.asked).toHaveLength(asked);

  // And the person is still signed in.
  await page.goto(`${desk.origin}/lines`);
  await expect(page.getByText(ACCOUNT.user, { exact: true })).toBeVisible();
  evil.closeAllConnections();
  evil.close();
  await desk.close();
});

import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, row, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';
import { openGuardedDesk, type GuardedDesk } from './guarded-desk';
import { signIn, signInWithAccount } from './steps';
import { ACCOUNT } from './token-provider';

/*
 * Marked tokens, secrets and a marked customer go through the work of a person. The tokens and secrets must be found
 * nowhere that a browser or a reader of logs can look; the customer nowhere but on the screen and in the API's answers.
 */

const TOKEN = /canary-(?:access|refresh|secret)/;
const CUSTOMER = 'Canari Personne';

test.beforeEach(({ expectComplaint }) => {
  expectComplaint(/401/);
  // The provider's own page asks for a font from elsewhere.
  expectComplaint(/ERR_NAME_NOT_RESOLVED/);
});

for (const way of ['oidc', 'account'] as const) {
  test(`no token and no secret leaves the gateway, and no customer enters its log (${way})`, async ({
    page,
    context,
  }) => {
    const desk = await openGuardedDesk({ signIn: way });
    const { answers, addresses } = listen(context, desk);
    desk.api.given(
      aCart({ external_id: 'CDE-1', lines: [aLine({ external_id: 'SIEGE', end_customer_name: CUSTOMER })] }),
    );
    const lineId = desk.api.store.lines()[0]?.id ?? '';

    await page.goto(`${desk.origin}/lines?search=${encodeURIComponent(CUSTOMER)}`);
    if (way === 'oidc') await signIn(page);
    else await signInWithAccount(page, ACCOUNT.user, ACCOUNT.password);
    await expect(row(page, CUSTOMER)).toBeVisible();
    await page.goto(`${desk.origin}/lines/${lineId}`);
    await field(page, 'Note').fill(`Call ${CUSTOMER}`);
    await saveLine(page);
    await field(page, 'Note').fill(`Call ${CUSTOMER} again`);

    expect(await storagesOf(page, context)).not.toMatch(TOKEN);
    expect(await storagesOf(page, context)).not.toContain(CUSTOMER);
    expect(await heapOf(page)).not.toMatch(TOKEN);
    expect((await Promise.all(answers)).join('\n')).not.toMatch(TOKEN);
    expect((await Promise.all(answers)).length).toBeGreaterThan(10);
    expect(addresses.join('\n')).not.toMatch(TOKEN);
    await expect.poll(() => desk.log.filter((line) => line.includes('"route"')).length).toBeGreaterThan(3);
    for (const mark of [TOKEN, new RegExp(CUSTOMER), /Canari/, /canary\.person/, /SIEGE/]) {
      expect(desk.log.join('\n')).not.toMatch(mark);
    }
    await desk.close();
  });
}

/** Collects what the gateway says to the browser, headers and bodies, and every address that is asked for. */
function listen(context: BrowserContext, { origin }: GuardedDesk) {
  const answers: Promise<string>[] = [];
  const addresses: string[] = [];
  context.on('response', (response) => {
    addresses.push(response.url());
    if (!response.url().startsWith(origin)) return;
    const body = response.text().catch(() => '');
    answers.push(Promise.all([response.allHeaders(), body]).then((parts) => JSON.stringify(parts)));
  });
  return { answers, addresses };
}

/** Everything that the page's origin keeps in the browser, and the cookies as the disk has them. */
async function storagesOf(page: Page, context: BrowserContext): Promise<string> {
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const records = await Promise.all(
      names.map(
        (name) =>
          new Promise<string>((resolve) => {
            const opened = indexedDB.open(name);
            opened.addEventListener('success', () => {
              const database = opened.result;
              const stores = [...database.objectStoreNames];
              if (stores.length === 0) resolve('');
              const texts: string[] = [];
              for (const store of stores) {
                const asked = database.transaction(store).objectStore(store).getAll();
                asked.addEventListener('success', () => {
                  const records: unknown[] = asked.result;
                  texts.push(
                    JSON.stringify(records, (_, value: unknown) =>
                      value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
                    ),
                  );
                  if (texts.length === stores.length) resolve(texts.join('\n'));
                });
              }
            });
          }),
      ),
    );
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      records,
      await caches.keys(),
    ]);
  });
  return kept + JSON.stringify(await context.cookies());
}

/** Every text in the page's memory, once what nobody holds is gone. */
async function heapOf(page: Page): Promise<string> {
  const debuggerOf = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  debuggerOf.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await debuggerOf.send('HeapProfiler.collectGarbage');
  await debuggerOf.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const heap = chunks.join('');
  expect(heap).toContain('orderdesk-sign-in');
  return heap;
}

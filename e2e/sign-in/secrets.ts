import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { GuardedDesk } from './guarded-desk';

/** Every token and secret of the tests' providers is marked. */
export const TOKEN = /canary-(?:access|refresh|secret)/;
/** The ID token of the provider is a signed JWT of three parts. */
const ID_TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

interface Heard {
  readonly answers: readonly Promise<string>[];
  readonly bodies: readonly Promise<string>[];
  readonly urls: readonly string[];
}

/** Fails when a token or a secret is found in what left the gateway, in its log or in what the browser keeps. */
export async function expectNoSecrets(
  context: BrowserContext,
  desk: GuardedDesk,
  heard: Heard,
): Promise<void> {
  // What a page keeps is its origin's: read where no page of the desk is still busy.
  const reader = await context.newPage();
  await reader.goto(`${desk.origin}/favicon.svg`);
  expect(await storagesOf(reader), 'what the browser keeps').not.toMatch(TOKEN);
  // What is still on its way then never comes.
  await Promise.all(context.pages().map((page) => page.close()));
  expect(heard.answers.length, 'answers that were heard').toBeGreaterThan(3);
  expect((await Promise.all(heard.answers)).join('\n'), 'what the gateway answers').not.toMatch(TOKEN);
  expect((await Promise.all(heard.bodies)).join('\n'), 'what a script can read').not.toMatch(ID_TOKEN);
  expect(heard.urls.join('\n'), 'what the urls tell').not.toMatch(TOKEN);
  expect(desk.log.join('\n'), 'what the log tells').not.toMatch(TOKEN);
}

/** Collects what the gateway says to the browser, headers and bodies, and every URL that is asked for. */
export function listen(context: BrowserContext, { origin }: GuardedDesk): Heard {
  const answers: Promise<string>[] = [];
  const bodies: Promise<string>[] = [];
  const urls: string[] = [];
  context.on('response', (response) => {
    urls.push(response.url());
    if (!response.url().startsWith(origin)) return;
    const body = response.text().catch(() => '');
    bodies.push(body);
    const parts = [response.allHeaders().catch(() => ''), body];
    answers.push(Promise.all(parts).then((read) => JSON.stringify(read)));
  });
  return { answers, bodies, urls };
}

/** Everything that the page's origin keeps in the browser, and the cookies as the disk has them. */
export async function storagesOf(page: Page): Promise<string> {
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
  return kept + JSON.stringify(await page.context().cookies());
}

/** Every text in the page's memory, once what nobody holds is gone. */
export async function heapOf(page: Page): Promise<string> {
  const debuggerOf = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  debuggerOf.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await debuggerOf.send('HeapProfiler.collectGarbage');
  await debuggerOf.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const heap = chunks.join('');
  expect(heap.includes('orderdesk-sign-in'), "the heap is the page's").toBe(true);
  return heap;
}

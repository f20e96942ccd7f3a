import type { BrowserContext } from '@playwright/test';

const DATABASES = ['orderdesk', 'orderdesk-records'] as const;

/** Databases of the desk wait for ever: each is to be deleted while another tab holds it. */
export async function hang(
  context: BrowserContext,
  databases: readonly (typeof DATABASES)[number][] = DATABASES,
): Promise<void> {
  const holder = await context.newPage();
  await holder.goto('/favicon.svg');
  await holder.evaluate(async (names) => {
    for (const name of names) {
      await new Promise((resolve) => {
        indexedDB.open(name).addEventListener('success', resolve);
      });
      indexedDB.deleteDatabase(name);
    }
  }, databases);
}

/** The browser opens no database. */
async function refuse(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('No storage', 'SecurityError');
    };
  });
}

/** In bytes: what Chromium takes for a database before anything is in it. */
const EMPTY = 75_000;

/** The browser has room for a number of bytes in its databases, and refuses every longer write to one. */
export async function fill(
  context: BrowserContext,
  room = 0,
  databases: number = DATABASES.length,
): Promise<void> {
  const holder = await context.newPage();
  await holder.goto('/favicon.svg');
  const browser = await context.newCDPSession(holder);
  const { origin } = new URL(holder.url());
  await browser.send('Storage.overrideQuotaForOrigin', {
    origin,
    quotaSize: room === 0 ? 1 : databases * EMPTY + room,
  });
}

/** How storage fails, and what the editor says of it. */
export const FAILURES = [
  { what: 'hangs', prepare: hang, why: 'le navigateur ne le permet pas' },
  { what: 'refuses', prepare: refuse, why: 'le navigateur ne le permet pas' },
  { what: 'is full', prepare: fill, why: 'son stockage est plein' },
];

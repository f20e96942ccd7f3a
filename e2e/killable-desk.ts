import type { BrowserContext, Page } from '@playwright/test';
import { serveApi } from './api-server';
import { test as base } from './fixtures';
import { startGateway } from './gateway-process';
import { createMockApi, type MockApi } from '~/mock-api/create-mock-api';

/** A desk over real sockets, whose browser can be killed and started again with the same profile. */
export interface KillableDesk {
  readonly api: MockApi;
  readonly origin: string;
  readonly start: () => Promise<{ readonly page: Page; readonly context: BrowserContext }>;
}

interface KillableFixtures {
  /** Whether the gateway is used only once it lets confirmations through. */
  readonly awaitPause: boolean;
  /** Stands in the way of the API, which is called by `next`. It throws to drop the connection. */
  readonly onTheWay: (request: Request, next: () => Promise<Response>) => Promise<Response>;
  readonly desk: KillableDesk;
}

export const test = base.extend<KillableFixtures>({
  awaitPause: [true, { option: true }],
  // Playwright wants a pattern here, though nothing is needed.
  // oxlint-disable-next-line no-empty-pattern
  onTheWay: async ({}, provide) => provide((_, next) => next()),
  desk: async ({ playwright, launchOptions, locale, timezoneId, awaitPause, onTheWay }, provide, info) => {
    const api = createMockApi({});
    const server = await serveApi((request) => onTheWay(request, () => api.fetch(request)));
    const gateway = await startGateway(server.origin, { awaitPause });
    const started: BrowserContext[] = [];
    await provide({
      api,
      origin: gateway.origin,
      start: async () => {
        const context = await playwright.chromium.launchPersistentContext(info.outputPath('profile'), {
          ...launchOptions,
          ...(locale === undefined ? {} : { locale }),
          ...(timezoneId === undefined ? {} : { timezoneId }),
        });
        started.push(context);
        return { page: context.pages()[0] ?? (await context.newPage()), context };
      },
    });
    await Promise.all(started.map((context) => context.close().catch(() => undefined)));
    await gateway.kill();
    server.close();
  },
});

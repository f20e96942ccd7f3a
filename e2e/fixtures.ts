import { test as base, expect, type BrowserContext, type Request as PageRequest } from '@playwright/test';
import { createDeskInProcess } from '~/gateway/desk-in-process';
import type { RequestLog } from '~/gateway/request-log';
import { createClock, type Clock } from '~/mock-api/clock';
import { createMockApi, type MockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { ConnectionCut } from '~/mock-api/faults';
import { expectNoTraces, listenForAddresses } from './traces';

interface DeskFixtures {
  /** How the test's API is made. */
  apiOptions: MockApiOptions;
  /** The API that answers this test's pages, and nobody else's. */
  api: MockApi;
  /** The clock of the gateway before it; it runs with the real one, until a test puts it forward. */
  gatewayClock: Clock;
  /** Announces an error that the browser will log because the test provokes it; any other one fails the test. */
  expectComplaint: (complaint: RegExp) => void;
}

export const test = base.extend<DeskFixtures>({
  apiOptions: [{}, { option: true }],

  // Playwright wants a pattern here, though nothing is needed.
  // oxlint-disable-next-line no-empty-pattern
  gatewayClock: async ({}, provide) => provide(createClock()),

  api: async ({ context, apiOptions, gatewayClock }, provide) => {
    const api = createMockApi(apiOptions);
    const addresses = listenForAddresses(context);
    const log = await serve(context, api, gatewayClock);
    await provide(api);
    await expectNoTraces(api, context.pages(), addresses, log);
    // What the page still asks for while it closes is nobody's business.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  },

  expectComplaint: [
    async ({ context }, provide) => {
      const announced: RegExp[] = [];
      const complaints = await listenForComplaints(context);
      await provide((complaint) => announced.push(complaint));
      const unannounced = complaints.filter((text) => !announced.some((pattern) => pattern.test(text)));
      expect(unannounced, 'what the browser complained of').toEqual([]);
    },
    { auto: true },
  ],
});

/** What a page calls: the API and the gateway itself; reports of the content policy go to the real one. */
const isCall = ({ pathname }: URL) => /^\/(api|auth|gw\/(?!csp))/.test(pathname);

/**
 * Answers every call of a context's pages, the preloaded ones included, by the gateway's own rules before the test's API. A
 * connection that the API cuts is cut to the page as well: what the gateway knows of it, the page has to ask for. Gives
 * the gateway's log, which grows.
 */
export async function serve(
  context: BrowserContext,
  api: MockApi,
  clock: Clock,
): Promise<readonly RequestLog[]> {
  const log: RequestLog[] = [];
  const cut = new Set<string | null>();
  const desk = createDeskInProcess(
    async (request) => {
      try {
        return await api.fetch(request);
      } catch (error) {
        if (error instanceof ConnectionCut) cut.add(request.headers.get('x-request-id'));
        throw error;
      }
    },
    () => clock.now(),
    (entry) => log.push(entry),
  );
  await context.route(isCall, async (route) => {
    const response = await desk(toWebRequest(route.request()));
    if (cut.has(response.headers.get('x-request-id'))) {
      await route.abort('connectionreset');
      return;
    }
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  });
  return log;
}

function toWebRequest(request: PageRequest): Request {
  return new Request(request.url(), {
    method: request.method(),
    headers: request.headers(),
    body: request.postData(),
  });
}

/** Logged errors, uncaught ones, and whatever the content policy stopped. */
async function listenForComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      reportError(new Error(`The content policy stopped ${effectiveDirective} ${blockedURI}`));
    }),
  );
  return complaints;
}

export { expect } from '@playwright/test';

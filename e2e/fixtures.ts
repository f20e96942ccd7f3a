import {
  test as base,
  expect,
  type BrowserContext,
  type Request as PageRequest,
  type Route,
} from '@playwright/test';
import { createGatewayInProcess } from '~/gateway/in-process';
import type { RequestLog } from '~/gateway/request-log';
import { createClock, type Clock } from '~/mock-api/store/clock';
import { createMockApi, type MockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { ConnectionCut } from '~/mock-api/http/faults';
import { expectNoTraces, listenForUrls } from './traces';

interface DeskFixtures {
  /** The options of the test's API. */
  apiOptions: MockApiOptions;
  /** The API of this test's pages alone. */
  api: MockApi;
  /** The clock of the gateway. It follows the real clock until a test advances it. */
  gatewayClock: Clock;
  /** Announces an error that the test provokes in the browser's log. Any other error fails the test. */
  expectComplaint: (complaint: RegExp) => void;
}

export const test = base.extend<DeskFixtures>({
  apiOptions: [{}, { option: true }],

  // Playwright wants a pattern here, though nothing is needed.
  // oxlint-disable-next-line no-empty-pattern
  gatewayClock: async ({}, provide) => provide(createClock()),

  api: async ({ context, apiOptions, gatewayClock }, provide) => {
    const api = createMockApi(apiOptions);
    const urls = listenForUrls(context);
    const log = await serve(context, api, gatewayClock);
    await provide(api);
    await expectNoTraces(api, context.pages(), urls, log);
    // The page may still send requests while it closes.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  },

  expectComplaint: [
    async ({ context }, provide) => {
      const announced: RegExp[] = [];
      const complaints = await listenForComplaints(context);
      await provide((complaint) => announced.push(complaint));
      const unannounced = complaints.filter((text) => !announced.some((pattern) => pattern.test(text)));
      expect(unannounced, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

/** The calls of a page. Reports of the content policy go to the real gateway. */
const isCall = ({ pathname }: URL) => /^\/(api|auth|gw\/(?!csp))/.test(pathname);

/** A gateway in this process before the test's API. */
interface Desk {
  readonly answer: (route: Route) => Promise<void>;
  /** The gateway's growing log. */
  readonly log: readonly RequestLog[];
}

/** A connection that the API cuts is cut to the page too, so that the page has to ask the gateway. */
function createDesk(api: MockApi, clock: Clock): Desk {
  const log: RequestLog[] = [];
  const cut = new Set<string | null>();
  const desk = createGatewayInProcess(
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
  const answer = async (route: Route) => {
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
  };
  return { answer, log };
}

/** Answers every call of a context's pages, preloads included, through a gateway of its own. Gives the gateway's log. */
export async function serve(
  context: BrowserContext,
  api: MockApi,
  clock: Clock,
): Promise<readonly RequestLog[]> {
  const { answer, log } = createDesk(api, clock);
  await context.route(isCall, answer);
  return log;
}

/** Answers the calls of several people's contexts through one gateway, each call after a delay in milliseconds. */
export async function serveTogether(
  contexts: readonly BrowserContext[],
  api: MockApi,
  clock: Clock,
  delay: () => number,
): Promise<void> {
  const { answer } = createDesk(api, clock);
  for (const context of contexts) {
    await context.route(isCall, async (route) => {
      await new Promise((resolve) => {
        setTimeout(resolve, delay());
      });
      await answer(route);
    });
  }
}

function toWebRequest(request: PageRequest): Request {
  return new Request(request.url(), {
    method: request.method(),
    headers: request.headers(),
    body: request.postData(),
  });
}

/** Collects logged errors, uncaught errors and violations of the content policy. */
async function listenForComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      reportError(new Error(`The content policy blocked ${effectiveDirective} ${blockedURI}`));
    }),
  );
  return complaints;
}

export { expect } from '@playwright/test';

import { test as base, expect, type BrowserContext, type Request as PageRequest } from '@playwright/test';
import { createMockApi, type MockApi, type MockApiOptions } from '~/mock-api/create-mock-api';
import { ConnectionCut } from '~/mock-api/faults';

interface DeskFixtures {
  /** How the test's API is made. */
  apiOptions: MockApiOptions;
  /** The API that answers this test's pages, and nobody else's. */
  api: MockApi;
  /** Announces an error that the browser will log because the test provokes it; any other one fails the test. */
  expectComplaint: (complaint: RegExp) => void;
}

export const test = base.extend<DeskFixtures>({
  apiOptions: [{}, { option: true }],

  api: async ({ context, apiOptions }, provide) => {
    const api = createMockApi(apiOptions);
    await serve(context, api);
    await provide(api);
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

/** Answers every call to the API of a context's pages, the preloaded ones included. */
async function serve(context: BrowserContext, api: MockApi): Promise<void> {
  await context.route('**/api/**', async (route) => {
    try {
      const response = await api.fetch(toWebRequest(route.request()));
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    } catch (error) {
      if (!(error instanceof ConnectionCut)) throw error;
      await route.abort('connectionreset');
    }
  });
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

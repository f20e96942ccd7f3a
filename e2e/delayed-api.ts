import type { MockApi } from '~/mock-api/create-mock-api';

/** The same API, each answer of which takes some milliseconds more. */
export function delayed(api: MockApi, ms: number): MockApi {
  return {
    ...api,
    fetch: async (request) => {
      await new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
      return api.fetch(request);
    },
  };
}

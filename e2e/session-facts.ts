import type { Page } from '@playwright/test';
import { isWireObject } from '~/contract/scalars';

/** Lets the gateway tell its session with some facts changed. */
export async function changeSession(page: Page, changes: () => object): Promise<void> {
  await page.route('**/auth/session', async (route) => {
    const answer = await route.fetch();
    const facts: unknown = await answer.json();
    await route.fulfill({ response: answer, json: { ...(isWireObject(facts) ? facts : {}), ...changes() } });
  });
}

/** Makes the open page one of an earlier version. */
export function becomeOldPage(page: Page): Promise<void> {
  return changeSession(page, () => ({ version: '/assets/start-other.js' }));
}

import type { BrowserContext } from '@playwright/test';

/** Finds the process of a browser. Gives the function that ends it at once. */
export async function killer(context: BrowserContext): Promise<() => Promise<void>> {
  const session = await context.browser()?.newBrowserCDPSession();
  const processes = await session?.send('SystemInfo.getProcessInfo');
  const browser = processes?.processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The process of the browser is not found');
  return async () => {
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    process.kill(browser.id, 'SIGKILL');
    await closed;
  };
}

import type { BrowserContext, BrowserType, LaunchOptions, Page } from '@playwright/test';

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

interface BrowserOptions {
  readonly launchOptions: LaunchOptions;
  readonly locale: string | undefined;
  readonly timezoneId: string | undefined;
  readonly baseURL?: string | undefined;
}

export interface ProfileBrowsers {
  /** Starts a browser with the same profile as before. */
  readonly start: () => Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  readonly close: () => Promise<void>;
}

/** Browsers of one profile, which outlives each of them. */
export function browsersOf(chromium: BrowserType, profile: string, options: BrowserOptions): ProfileBrowsers {
  const { launchOptions, locale, timezoneId, baseURL } = options;
  const started: BrowserContext[] = [];
  return {
    start: async () => {
      const context = await chromium.launchPersistentContext(profile, {
        ...launchOptions,
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
      started.push(context);
      return { page: context.pages()[0] ?? (await context.newPage()), context };
    },
    close: async () => {
      await Promise.all(started.map((context) => context.close().catch(() => undefined)));
    },
  };
}

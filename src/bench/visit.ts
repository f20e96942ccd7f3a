import type { Browser, CDPSession, Page } from '@playwright/test';
import { heapOfPage } from './heap-snapshot';
import { installProbe, type Expected, type Moments } from './probe';

/** The longest wait for expected content, in milliseconds. */
const PATIENCE = 30_000;
/** The milliseconds without a request after which a page is quiet. Longer than the pause after typing. */
const QUIET = 400;

interface Conditions {
  /** The factor by which the CPU is slower than this machine's. */
  readonly cpu?: number;
  readonly slowLine?: boolean;
}

/** A fresh browser context with the probe in its page. */
export class Visit {
  readonly #session: CDPSession;
  readonly page: Page;
  #underWay = 0;
  #lastTraffic = Date.now();

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
    const count = (by: number) => () => {
      this.#underWay += by;
      this.#lastTraffic = Date.now();
    };
    page.on('request', count(1));
    page.on('requestfinished', count(-1));
    page.on('requestfailed', count(-1));
  }

  static async begin(
    browser: Browser,
    atStart: Expected,
    { cpu = 1, slowLine }: Conditions = {},
  ): Promise<Visit> {
    const context = await browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1440, height: 900 },
    });
    await context.addInitScript(installProbe, atStart);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    if (cpu !== 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (slowLine) {
      const bytesPerSecond = 10_000_000 / 8;
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 40,
        downloadThroughput: bytesPerSecond,
        uploadThroughput: bytesPerSecond,
      });
    }
    return new Visit(page, session);
  }

  /** Opens a URL; gives the milliseconds until the expected content is there. */
  async open(url: string): Promise<number> {
    await this.page.goto(url, { waitUntil: 'commit' });
    const { readyAt } = await this.#ready('its first rows');
    return readyAt;
  }

  /** Acts, with a key or a click last; gives the moments of that input and of the expected content. */
  async until(expected: Expected, act: () => Promise<void>): Promise<Moments> {
    await this.page.evaluate((next) => window.bench.expect(next), expected);
    await act();
    return this.#ready(JSON.stringify(expected));
  }

  /** Goes back in the history. */
  async back(expected: Expected): Promise<Moments> {
    await this.page.evaluate((next) => window.bench.back(next), expected);
    return this.#ready(JSON.stringify(expected));
  }

  /** Waits until the page sends no requests, so that measurements do not overlap. */
  async waitUntilQuiet(): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (this.#underWay > 0 || Date.now() - this.#lastTraffic < QUIET) {
      if (Date.now() > deadline) throw new Error('The page sends requests without end');
      await this.page.waitForTimeout(QUIET / 8);
    }
  }

  /** The heap in use after a garbage collection, in KB of 1000 bytes. */
  async heap(): Promise<number> {
    await this.#tidy();
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    return usedSize / 1000;
  }

  /** The page's own objects and texts in KB, and its nodes. Compiled code, which the browser drops by itself, is left out. */
  async held(): Promise<{ readonly heap: number; readonly nodes: number }> {
    await this.#tidy();
    const { nodes } = await this.#session.send('Memory.getDOMCounters');
    let snapshot = '';
    const take = ({ chunk }: { readonly chunk: string }) => (snapshot += chunk);
    this.#session.on('HeapProfiler.addHeapSnapshotChunk', take);
    await this.#session.send('HeapProfiler.takeHeapSnapshot');
    this.#session.off('HeapProfiler.addHeapSnapshotChunk', take);
    return { heap: heapOfPage(snapshot) / 1000, nodes };
  }

  async #tidy(): Promise<void> {
    await this.#session.send('HeapProfiler.collectGarbage');
    await this.#session.send('HeapProfiler.collectGarbage');
  }

  /** The CPU time that the page's main thread has taken since it was opened, in milliseconds: Chromium counts anew there. */
  async busy(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }

  async #ready(what: string): Promise<Moments> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.page.url()} does not show ${what}`)), PATIENCE);
    });
    try {
      return await Promise.race([this.page.evaluate(() => window.bench.ready()), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}

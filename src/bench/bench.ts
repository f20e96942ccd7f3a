import type { Browser } from '@playwright/test';
import { measureImport } from './import-page';
import { planRound, measureRound } from './round';
import type { Measured } from './metrics';
import { reportRows, toMarkdown, type ReportRow, type Rounds } from './report';

export interface BenchUrls {
  /** The list of lines of the app, of the bare app on its libraries, and the hand-written one. */
  readonly app: string;
  readonly bare: string;
  readonly limit: string;
}

export interface BenchReport {
  readonly table: string;
  readonly rows: readonly ReportRow[];
  readonly rounds: Rounds;
}

const ORDERS = [
  ['app', 'bare', 'limit'],
  ['limit', 'app', 'bare'],
  ['bare', 'limit', 'app'],
] as const;

/**
 * Measures the pages in turn, round by round, so that a slow moment of the machine meets all. The page that goes
 * first changes. A round before the first is not counted: it warms up the servers and the browser.
 */
export async function runBench(
  browser: Browser,
  urls: BenchUrls,
  rounds: number,
  say: (text: string) => void,
): Promise<BenchReport> {
  const stations = {
    app: await planRound(urls.app),
    bare: await planRound(urls.bare),
    limit: await planRound(urls.limit),
  };
  const measured: { app: Measured[]; bare: Measured[]; limit: Measured[] } = { app: [], bare: [], limit: [] };
  for (let round = 0; round <= rounds; round += 1) {
    say(round === 0 ? 'Warming up …' : `Round ${round} of ${rounds} …`);
    for (const which of ORDERS[round % ORDERS.length] ?? []) {
      const result = {
        ...(await measureRound(browser, stations[which])),
        // Only the app imports.
        ...(which === 'app' ? await measureImport(browser, new URL(urls.app).origin) : {}),
      };
      if (round > 0) measured[which].push(result);
    }
  }
  const rows = reportRows(measured);
  return { table: toMarkdown(rows), rows, rounds: measured };
}

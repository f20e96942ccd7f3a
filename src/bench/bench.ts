import type { Browser } from '@playwright/test';
import { planRound, measureRound } from './round';
import type { Measured } from './metrics';
import { reportRows, toMarkdown, type ReportRow, type Rounds } from './report';

export interface BenchAddresses {
  /** The list of lines of the app, and the hand-written one. */
  readonly app: string;
  readonly limit: string;
}

export interface BenchReport {
  readonly table: string;
  readonly rows: readonly ReportRow[];
  readonly rounds: Rounds;
}

/**
 * Measures both pages in turn, round by round, so that a slow moment of the machine meets both; the one that goes
 * first changes with each round. A round before the first is not counted: it warms up the servers and the browser.
 */
export async function runBench(
  browser: Browser,
  addresses: BenchAddresses,
  rounds: number,
  say: (text: string) => void,
): Promise<BenchReport> {
  const stations = { app: await planRound(addresses.app), limit: await planRound(addresses.limit) };
  const measured: { app: Measured[]; limit: Measured[] } = { app: [], limit: [] };
  for (let round = 0; round <= rounds; round += 1) {
    say(round === 0 ? 'Warming up …' : `Round ${round} of ${rounds} …`);
    const order = round % 2 === 0 ? (['app', 'limit'] as const) : (['limit', 'app'] as const);
    for (const which of order) {
      const result = await measureRound(browser, stations[which]);
      if (round > 0) measured[which].push(result);
    }
  }
  const rows = reportRows(measured);
  return { table: toMarkdown(rows), rows, rounds: measured };
}

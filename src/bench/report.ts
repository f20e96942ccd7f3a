import { METRICS, type Measured, type Metric, type MetricName } from './metrics';
import { spreadOf, type Spread } from './statistics';

/** What was measured of both pages, a value per round. */
export interface Rounds {
  readonly app: readonly Measured[];
  readonly limit: readonly Measured[];
}

type Verdict = 'reached' | 'within budget' | 'over' | '';

export interface ReportRow extends Metric {
  readonly name: MetricName;
  readonly app: Spread;
  readonly limit: Spread;
  /** null where the hand-written page's is nothing to divide by. */
  readonly ratio: number | null;
  readonly verdict: Verdict;
}

/** One row per metric, in the order of their table. */
export function reportRows({ app, limit }: Rounds): ReportRow[] {
  return METRIC_NAMES.map((name) => {
    const metric: Metric = METRICS[name];
    const ours = spreadOf(valuesOf(app, name));
    const theirs = spreadOf(valuesOf(limit, name));
    const ratio = theirs.median > 0 ? ours.median / theirs.median : null;
    return { ...metric, name, app: ours, limit: theirs, ratio, verdict: judge(metric, ours.median, ratio) };
  });
}

/** As a table in Markdown. */
export function toMarkdown(rows: readonly ReportRow[]): string {
  const head = ['', 'app', 'hand-written', 'ratio', 'budget', 'reach for', ''];
  const lines = rows.map((row) => [
    row.label,
    spreadText(row.app, row.unit),
    spreadText(row.limit, row.unit),
    row.ratio === null ? '–' : `${row.ratio.toFixed(2)}x`,
    limitText(row, row.budget),
    limitText(row, row.reach),
    row.verdict,
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function isMetricName(name: string): name is MetricName {
  return name in METRICS;
}

const METRIC_NAMES = Object.keys(METRICS).filter(isMetricName);

function valuesOf(rounds: readonly Measured[], name: MetricName): number[] {
  return rounds.flatMap((measured) => {
    const value = measured[name];
    return value === undefined || Number.isNaN(value) ? [] : [value];
  });
}

function judge({ judged, budget, reach, ceiling }: Metric, own: number, ratio: number | null): Verdict {
  // A ratio to what the table shows of it; a value as it is, for nothing has to be nothing.
  const value = judged === 'value' ? own : Math.round((ratio ?? Number.NaN) * 100) / 100;
  if (budget === null) return '';
  if (Number.isNaN(value) || value > budget || own > (ceiling ?? Infinity)) return 'over';
  return reach !== null && value <= reach ? 'reached' : 'within budget';
}

function limitText({ judged, unit, ceiling }: Metric, value: number | null): string {
  if (value === null) return '';
  const text = judged === 'ratio' ? `${value}x` : `${value} ${unit}`.trim();
  return ceiling === undefined ? text : `${text}, ${ceiling} ${unit}`;
}

function spreadText({ median, low, high }: Spread, unit: string): string {
  if (Number.isNaN(median)) return 'not measured';
  return `${numberText(median)} ${unit} (${numberText(low)}–${numberText(high)})`.replace('  ', ' ');
}

function numberText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
}

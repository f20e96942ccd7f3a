import { METRICS, type Measured, type Metric, type MetricName } from './metrics';
import { spreadOf, type Spread } from './statistics';

/** The measurements of the pages, one per round. */
export interface Rounds {
  readonly app: readonly Measured[];
  readonly bare: readonly Measured[];
  readonly limit: readonly Measured[];
}

type Verdict = 'reached' | 'within budget' | 'over' | '';

export interface ReportRow extends Metric {
  readonly name: MetricName;
  readonly app: Spread;
  readonly bare: Spread;
  readonly limit: Spread;
  /** The app's value by that of the bare app; null where that is 0 or not measured. */
  readonly ratioToBare: number | null;
  /** null where the hand-written page's value is 0. */
  readonly ratio: number | null;
  readonly verdict: Verdict;
}

/** One row per metric, in the order of their table. */
export function reportRows({ app, bare, limit }: Rounds): ReportRow[] {
  return METRIC_NAMES.map((name) => {
    const metric: Metric = METRICS[name];
    const ours = spreadOf(valuesOf(app, name));
    const bares = spreadOf(valuesOf(bare, name));
    const theirs = spreadOf(valuesOf(limit, name));
    const ratio = ratioOf(ours, theirs);
    const ratioToBare = ratioOf(ours, bares);
    const verdict = judge(metric, ours.median, ratio, ratioToBare);
    return { ...metric, name, app: ours, bare: bares, limit: theirs, ratio, ratioToBare, verdict };
  });
}

function ratioOf(own: Spread, other: Spread): number | null {
  return other.median > 0 ? own.median / other.median : null;
}

/** As a table in Markdown. */
export function toMarkdown(rows: readonly ReportRow[]): string {
  const head = ['', 'app', 'bare', 'ratio', 'at most', 'hand-written', 'ratio', 'budget', 'reach for', ''];
  const lines = rows.map((row) => [
    row.label,
    spreadText(row.app, row.unit),
    spreadText(row.bare, row.unit),
    ratioText(row.ratioToBare),
    row.overBare === undefined ? '' : `${row.overBare}x`,
    spreadText(row.limit, row.unit),
    ratioText(row.ratio),
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

function ratioText(ratio: number | null): string {
  return ratio === null ? '–' : `${ratio.toFixed(2)}x`;
}

function judge(
  { judged, budget, reach, ceiling, overBare }: Metric,
  own: number,
  ratio: number | null,
  ratioToBare: number | null,
): Verdict {
  if (overBare !== undefined && ratioToBare !== null && ratioToBare > overBare) return 'over';
  // A ratio counts as rounded in the table; a value counts exactly, so that 0 means 0.
  const value = judged === 'value' ? own : Math.round((ratio ?? Number.NaN) * 100) / 100;
  if (budget === null) return overBare === undefined ? '' : 'within budget';
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

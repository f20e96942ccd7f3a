/** A measurement of a page: its label and its limits. */
export interface Metric {
  readonly label: string;
  readonly unit: 'ms' | 'KB' | '';
  /** Judges the app's own value, or its ratio to the hand-written page's value. */
  readonly judged: 'value' | 'ratio';
  /** The highest value that passes; null for information only. */
  readonly budget: number | null;
  readonly reach: number | null;
  /** The highest value of the app itself; the ratio does not matter. */
  readonly ceiling?: number;
  /** The highest ratio to the bare app's value. */
  readonly overBare?: number;
}

const byRatio = (budget: number, reach: number) => ({ unit: 'ms', judged: 'ratio', budget, reach }) as const;
const byValue = (unit: 'KB' | 'ms' | '', budget: number, reach: number) =>
  ({ unit, judged: 'value', budget, reach }) as const;
/** CPU time varies less than elapsed time on a busy machine. */
const forInformation = { unit: 'ms', judged: 'ratio', budget: null, reach: null } as const;

/** The order is that of the report. */
export const METRICS = {
  javascript: { label: 'JavaScript to first rows (brotli)', ...byValue('KB', 130, 100) },
  javascriptEditor: { label: 'JavaScript with the editor (brotli)', ...byValue('KB', 170, 125) },
  requestLeaves: { label: 'list request leaves, slow line', ...byRatio(1.3, 1.1) },
  cold: { label: 'cold start → 50 rows', ...byRatio(2.2, 1.5), overBare: 1.15 },
  warm: { label: 'warm start → 50 rows', ...byRatio(1.5, 1.2) },
  coldBusy: { label: 'cold start → 50 rows, CPU time of the page', ...forInformation },
  warmBusy: { label: 'warm start → 50 rows, CPU time of the page', ...forInformation, overBare: 1.4 },
  coldSlowCpu: { label: 'cold start → 50 rows, 4x CPU', ...byRatio(2.3, 1.6) },
  coldSlowLine: { label: 'cold start, 10 Mbit/s and 40 ms', ...byRatio(2.7, 2) },
  search: { label: 'last key of a search → rows, less API and pause', ...byRatio(1.3, 1.1) },
  searchBusy: { label: 'search, CPU time of the page', ...forInformation, overBare: 1.2 },
  sort: { label: 'sort → rows', ...byRatio(1.25, 1) },
  nextPage: { label: 'page change → rows', ...byRatio(1.25, 1) },
  listBusy: { label: 'sort and page change, CPU time of the page', ...forInformation, overBare: 1.2 },
  editor: { label: 'row click → editor ready', ...byRatio(2.5, 1.4), overBare: 1.1 },
  editorSlowCpu: { label: 'row click → editor ready, 4x CPU', ...byRatio(3.2, 2) },
  back: { label: 'back → rows', ...byRatio(1.3, 1), overBare: 1.1 },
  keystroke: { label: 'keystroke → paint, p98, 4x CPU', ...byRatio(1.5, 1.1) },
  editorKey: { label: 'keystroke in the editor → paint, p98, 4x CPU', ...byRatio(1.5, 1.1) },
  editorKeyBusy: { label: 'key in the editor, CPU time of the page', ...forInformation, overBare: 1.2 },
  saveLeaves: { label: 'save click → its first request leaves', ...byRatio(3, 1.5) },
  slowest: { label: 'slowest interaction', ...byRatio(1.7, 1.3), ceiling: 100, overBare: 1.2 },
  slowestSlowCpu: { label: 'slowest interaction, 4x CPU', ...byRatio(1.8, 1.3), ceiling: 200, overBare: 1.2 },
  import: { label: 'paste of 500 rows × 45 → check in view', ...byValue('ms', 1000, 500) },
  importLongestTask: { label: 'paste of 500 rows × 45, longest task', ...byValue('ms', 200, 100) },
  importSlowCpu: { label: 'paste of 500 rows × 45 → check in view, 4x CPU', ...byValue('ms', 4000, 2000) },
  importLong: { label: 'paste of 5,000 rows × 45 → check in view', ...byValue('ms', 5000, 2500) },
  heap: { label: 'JS heap after load', unit: 'KB', judged: 'ratio', budget: 3.5, reach: 2.5 },
  heapKept: { label: 'heap kept per list–editor cycle', ...byValue('KB', 4, 2) },
  layoutShift: { label: 'layout shift', ...byValue('', 0, 0) },
  nodesKept: { label: 'DOM nodes kept per cycle', ...byValue('', 0, 0) },
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof METRICS;

/** Some metrics with one value each. */
export type Measured = Partial<Record<MetricName, number>>;

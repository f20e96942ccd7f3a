import type { Browser } from '@playwright/test';
import {
  editorField,
  expectedPage,
  FIRST_SORT,
  firstLine,
  LIST_PATH,
  nextPageButton,
  saveButton,
  searchBox,
  sortButton,
  type ExpectedPage,
} from './list-page';
import type { Measured } from './metrics';
import { quantile } from './statistics';
import { Visit } from './visit';

/** The search text: a name of some hundreds of customers. */
const SEARCH = 'kerbrat';
/** The milliseconds that both pages wait after a key before their request. */
const TYPING_PAUSE = 200;
/** The milliseconds between two keys, well under the pause. */
const KEY_EVERY = 50;
const PROSE = 'Transports Kerbrat et fils, agence de Mont-Saint-Aignan (76)';
const CYCLES = 20;
/** The cycles before the count, which create everything that is created once. */
const CYCLES_BEFORE = 20;

/** The rows of every page: only a draft has an editor. */
const DRAFTS = { state: 'created' };

/** The pages of the list in a round. */
interface Stations {
  /** The list of drafts. */
  readonly url: string;
  /** Each line's own page, before its id. */
  readonly lineUrl: string;
  readonly start: ExpectedPage;
  readonly found: ExpectedPage;
  readonly sorted: ExpectedPage;
  readonly second: ExpectedPage;
}

/** Reads the expected content of each station from the server behind a page. */
export async function planRound(url: string): Promise<Stations> {
  const expected = (query: Readonly<Record<string, string>>) =>
    expectedPage(new URL(url).origin, { ...DRAFTS, page: '1', ...query });
  return {
    url: `${url}?${new URLSearchParams(DRAFTS)}`,
    lineUrl: url,
    start: await expected({}),
    found: await expected({ search: SEARCH }),
    sorted: await expected({ sort: FIRST_SORT }),
    second: await expected({ page: '2', sort: FIRST_SORT }),
  };
}

/** Measures one page once. */
export async function measureRound(browser: Browser, stations: Stations): Promise<Measured> {
  return {
    ...(await measureStart(browser, stations)),
    ...(await measureEditorStart(browser, stations)),
    ...(await measureColdSlowCpu(browser, stations)),
    ...(await measureSlowLine(browser, stations)),
    ...(await measureWork(browser, stations)),
    ...(await measureWorkSlowCpu(browser, stations)),
    ...(await measureEditing(browser, stations)),
    ...(await measureCycles(browser, stations)),
  };
}

async function measureStart(browser: Browser, { url, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows);
  const cold = await visit.open(url);
  const coldBusy = await visit.busy();
  const javascript = await visit.page.evaluate(bytesOfScripts, cold);
  await visit.waitUntilQuiet();
  const heap = await visit.heap();
  // The browser keeps compiled code from the second visit on.
  await visit.open(url);
  await visit.waitUntilQuiet();
  await visit.open(url);
  await visit.waitUntilQuiet();
  const warm = await visit.open(url);
  const warmBusy = await visit.busy();
  await visit.end();
  return { cold, coldBusy, warm, warmBusy, heap, javascript: javascript / 1000 };
}

/** Opens a line by its own URL, so that no script of the list loads. */
async function measureEditorStart(browser: Browser, { lineUrl, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.editor);
  const readyAt = await visit.open(`${lineUrl}/${start.firstId}`);
  const javascript = await visit.page.evaluate(bytesOfScripts, readyAt);
  await visit.end();
  return { javascriptEditor: javascript / 1000 };
}

async function measureColdSlowCpu(browser: Browser, { url, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows, { cpu: 4 });
  const coldSlowCpu = await visit.open(url);
  await visit.end();
  return { coldSlowCpu };
}

async function measureSlowLine(browser: Browser, { url, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows, { slowLine: true });
  const coldSlowLine = await visit.open(url);
  await visit.waitUntilQuiet();
  const [request] = await visit.page.evaluate(listRequests, LIST_PATH);
  await visit.end();
  return { coldSlowLine, requestLeaves: request?.start ?? Number.NaN };
}

async function measureWork(browser: Browser, stations: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, stations.start.rows);
  await visit.open(stations.url);
  await visit.waitUntilQuiet();
  const measured = await work(visit, stations);
  const [slowest, layoutShift] = await totals(visit);
  await visit.end();
  return { ...measured, slowest, layoutShift };
}

async function measureWorkSlowCpu(browser: Browser, stations: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, stations.start.rows, { cpu: 4 });
  await visit.open(stations.url);
  await visit.waitUntilQuiet();
  await searchBox(visit.page).pressSequentially(PROSE, { delay: KEY_EVERY });
  const keystroke = quantile(await visit.page.evaluate(() => [...window.bench.keys]), 0.98);
  // The page must have taken the text before it is cleared.
  await visit.page.waitForURL(/search=/);
  await visit.waitUntilQuiet();
  await visit.until(stations.start.rows, () => searchBox(visit.page).fill(''));
  await visit.waitUntilQuiet();
  const { editor: editorSlowCpu } = await work(visit, stations);
  const [slowest] = await totals(visit);
  await visit.end();
  return { keystroke, editorSlowCpu, slowestSlowCpu: slowest };
}

/** Searches, sorts, pages, opens the first line and goes back, each after the page is quiet. */
async function work(visit: Visit, { start, found, sorted, second }: Stations) {
  const { page } = visit;
  const box = searchBox(page);
  await box.click();
  const beforeSearch = await visit.busy();
  const search = await visit.until(found.rows, () => box.pressSequentially(SEARCH, { delay: KEY_EVERY }));
  await visit.waitUntilQuiet();
  const searchBusy = (await visit.busy()) - beforeSearch;
  const requests = await page.evaluate(listRequests, LIST_PATH);
  const request = requests.find(({ search }) => search === SEARCH);
  await visit.until(start.rows, () => box.fill(''));
  await visit.waitUntilQuiet();
  const before = await visit.busy();
  const sort = await visit.until(sorted.rows, () => sortButton(page).click());
  await visit.waitUntilQuiet();
  const nextPage = await visit.until(second.rows, () => nextPageButton(page).click());
  await visit.waitUntilQuiet();
  const listBusy = (await visit.busy()) - before;
  const editor = await visit.until(second.editor, () => firstLine(page).click());
  await visit.waitUntilQuiet();
  const back = await visit.back(second.rows);
  await visit.waitUntilQuiet();
  return {
    search: took(search) - TYPING_PAUSE - (request?.took ?? Number.NaN),
    searchBusy,
    sort: took(sort),
    nextPage: took(nextPage),
    listBusy,
    editor: took(editor),
    back: took(back),
  };
}

/** Types into the editor of a draft and saves it. */
async function measureEditing(browser: Browser, { url, start }: Stations): Promise<Measured> {
  const begin = async (cpu: number) => {
    const visit = await Visit.begin(browser, start.rows, { cpu });
    await visit.open(url);
    await visit.waitUntilQuiet();
    await visit.until(start.editor, () => firstLine(visit.page).click());
    await visit.waitUntilQuiet();
    return visit;
  };
  const slow = await begin(4);
  const before = await slow.page.evaluate(() => window.bench.keys.length);
  await editorField(slow.page, 'customer_order_name').click();
  await slow.page.keyboard.type(PROSE, { delay: KEY_EVERY });
  const keys = await slow.page.evaluate((first) => window.bench.keys.slice(first), before);
  await slow.end();

  const quick = await begin(1);
  await editorField(quick.page, 'customer_order_name').click();
  const beforeKeys = await quick.busy();
  await quick.page.keyboard.type(PROSE, { delay: KEY_EVERY });
  await quick.waitUntilQuiet();
  const editorKeyBusy = ((await quick.busy()) - beforeKeys) / PROSE.length;
  // A new text each time: the text of an earlier round would be no change.
  await editorField(quick.page, 'customer_order_name').fill(`${PROSE}, ${Date.now()}`);
  await saveButton(quick.page).click();
  await quick.waitUntilQuiet();
  const saveLeaves = await quick.page.evaluate(requestAfterInput);
  await quick.end();
  return { editorKey: quantile(keys, 0.98), editorKeyBusy, saveLeaves };
}

/** Measures the memory that stays in use after each visit of a line. */
async function measureCycles(browser: Browser, { url, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows);
  await visit.open(url);
  await visit.waitUntilQuiet();
  const cycle = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await visit.until(start.editor, () => firstLine(visit.page).click());
      await visit.back(start.rows);
    }
    await visit.waitUntilQuiet();
    // The browser keeps its own list of requests, which is not the page's memory.
    await visit.page.evaluate(() => performance.clearResourceTimings());
  };
  await cycle(CYCLES_BEFORE);
  const before = await visit.held();
  await cycle(CYCLES);
  const after = await visit.held();
  await visit.end();
  return {
    heapKept: (after.heap - before.heap) / CYCLES,
    nodesKept: (after.nodes - before.nodes) / CYCLES,
  };
}

function took({ inputAt, readyAt }: { readonly inputAt: number; readonly readyAt: number }): number {
  return readyAt - inputAt;
}

async function totals(visit: Visit): Promise<readonly [number, number]> {
  return visit.page.evaluate(() => [window.bench.slowest(), window.bench.layoutShift()] as const);
}

/* The page gets the functions below as text, so they use nothing outside of themselves. */

/** The transferred bytes of the scripts loaded by a moment. A page without script files counts its document. */
function bytesOfScripts(until: number): number {
  const scripts = performance
    .getEntriesByType('resource')
    .filter(
      (entry) =>
        entry instanceof PerformanceResourceTiming &&
        entry.name.endsWith('.js') &&
        entry.responseEnd <= until,
    );
  const files = scripts.length > 0 ? scripts : performance.getEntriesByType('navigation');
  return files.reduce(
    (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
    0,
  );
}

/** The requests for rows so far, with their start, search text and duration. */
function listRequests(listPath: string) {
  return performance.getEntriesByType('resource').flatMap((entry) => {
    const { pathname, searchParams } = new URL(entry.name);
    if (pathname !== listPath || searchParams.get('page_size') !== '50') return [];
    return [{ start: entry.startTime, took: entry.duration, search: searchParams.get('search') }];
  });
}

/** The time from the last key or click to the next request to the API. */
function requestAfterInput(): number {
  const clicked = window.bench.lastInput();
  const starts = performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime >= clicked && new URL(entry.name).pathname.startsWith('/api/'))
    .map((entry) => entry.startTime - clicked);
  return Math.min(...starts);
}

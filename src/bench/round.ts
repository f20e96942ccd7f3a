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

/** What is typed into the search: a name that some hundreds of customers bear. */
const SEARCH = 'kerbrat';
/** Both pages wait so long after a key before they ask. */
const TYPING_PAUSE = 200;
/** Between two keys; well under the pause. */
const KEY_EVERY = 50;
const PROSE = 'Transports Kerbrat et fils, agence de Mont-Saint-Aignan (76)';
const CYCLES = 20;
/** By then whatever is made once is made. */
const CYCLES_BEFORE = 20;

const DRAFTS = { page: '1', state: 'created' };

/** The pages of the list that a round looks at. */
interface Stations {
  readonly address: string;
  readonly start: ExpectedPage;
  readonly found: ExpectedPage;
  readonly sorted: ExpectedPage;
  readonly second: ExpectedPage;
  /** Lines that can be edited. */
  readonly drafts: ExpectedPage;
}

/** Asks the server behind a page what it is to show on the way. */
export async function planRound(address: string): Promise<Stations> {
  const { origin } = new URL(address);
  return {
    address,
    start: await expectedPage(origin, { page: '1' }),
    found: await expectedPage(origin, { page: '1', search: SEARCH }),
    sorted: await expectedPage(origin, { page: '1', sort: FIRST_SORT }),
    second: await expectedPage(origin, { page: '2', sort: FIRST_SORT }),
    drafts: await expectedPage(origin, DRAFTS),
  };
}

/** Measures everything once, of one page. */
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

async function measureStart(browser: Browser, { address, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows);
  const idle = await visit.busy();
  const cold = await visit.open(address);
  const coldBusy = (await visit.busy()) - idle;
  const javascript = await visit.page.evaluate(bytesOfScripts, cold);
  await visit.settle();
  const heap = await visit.heap();
  // The compiled code is kept from the second visit on.
  await visit.open(address);
  await visit.settle();
  await visit.open(address);
  await visit.settle();
  const warm = await visit.open(address);
  await visit.end();
  return { cold, coldBusy, warm, heap, javascript: javascript / 1000 };
}

/** A line opened by its own link: all that its editor takes, and nothing of the list's. */
async function measureEditorStart(browser: Browser, { address, drafts }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, drafts.editor);
  const readyAt = await visit.open(`${address}/${drafts.firstId}`);
  const javascript = await visit.page.evaluate(bytesOfScripts, readyAt);
  await visit.end();
  return { javascriptEditor: javascript / 1000 };
}

async function measureColdSlowCpu(browser: Browser, { address, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows, { cpu: 4 });
  const coldSlowCpu = await visit.open(address);
  await visit.end();
  return { coldSlowCpu };
}

async function measureSlowLine(browser: Browser, { address, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows, { slowLine: true });
  const coldSlowLine = await visit.open(address);
  await visit.settle();
  const [request] = await visit.page.evaluate(listRequests, LIST_PATH);
  await visit.end();
  return { coldSlowLine, requestLeaves: request?.start ?? Number.NaN };
}

async function measureWork(browser: Browser, stations: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, stations.start.rows);
  await visit.open(stations.address);
  await visit.settle();
  const measured = await work(visit, stations);
  const [slowest, layoutShift] = await totals(visit);
  await visit.end();
  return { ...measured, slowest, layoutShift };
}

async function measureWorkSlowCpu(browser: Browser, stations: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, stations.start.rows, { cpu: 4 });
  await visit.open(stations.address);
  await visit.settle();
  await searchBox(visit.page).pressSequentially(PROSE, { delay: KEY_EVERY });
  const keystroke = quantile(await visit.page.evaluate(() => [...window.bench.keys]), 0.98);
  // Without this the text could be gone again before it counts.
  await visit.page.waitForURL(/search=/);
  await visit.settle();
  await visit.until(stations.start.rows, () => searchBox(visit.page).fill(''));
  await visit.settle();
  const { editor: editorSlowCpu } = await work(visit, stations);
  const [slowest] = await totals(visit);
  await visit.end();
  return { keystroke, editorSlowCpu, slowestSlowCpu: slowest };
}

/** Search, sort, the next page, into the first line and back; each once the page is done with the one before. */
async function work(visit: Visit, { start, found, sorted, second }: Stations) {
  const { page } = visit;
  const box = searchBox(page);
  await box.click();
  const search = await visit.until(found.rows, () => box.pressSequentially(SEARCH, { delay: KEY_EVERY }));
  await visit.settle();
  const requests = await page.evaluate(listRequests, LIST_PATH);
  const asked = requests.find((request) => request.search === SEARCH);
  await visit.until(start.rows, () => box.fill(''));
  await visit.settle();
  const before = await visit.busy();
  const sort = await visit.until(sorted.rows, () => sortButton(page).click());
  await visit.settle();
  const nextPage = await visit.until(second.rows, () => nextPageButton(page).click());
  await visit.settle();
  const listBusy = (await visit.busy()) - before;
  const editor = await visit.until(second.editor, () => firstLine(page).click());
  await visit.settle();
  const back = await visit.back(second.rows);
  await visit.settle();
  return {
    search: took(search) - TYPING_PAUSE - (asked?.took ?? Number.NaN),
    sort: took(sort),
    nextPage: took(nextPage),
    listBusy,
    editor: took(editor),
    back: took(back),
  };
}

/** Typing into the editor of a draft, and saving it. */
async function measureEditing(browser: Browser, { address, drafts }: Stations): Promise<Measured> {
  const begin = async (cpu: number) => {
    const visit = await Visit.begin(browser, drafts.rows, { cpu });
    await visit.open(`${address}?state=${DRAFTS.state}`);
    await visit.settle();
    await visit.until(drafts.editor, () => firstLine(visit.page).click());
    await visit.settle();
    return visit;
  };
  const slow = await begin(4);
  const before = await slow.page.evaluate(() => window.bench.keys.length);
  await editorField(slow.page, 'customer_order_name').click();
  await slow.page.keyboard.type(PROSE, { delay: KEY_EVERY });
  const keys = await slow.page.evaluate((first) => window.bench.keys.slice(first), before);
  await slow.end();

  const quick = await begin(1);
  // Another text each time: what a round before has saved is no change, and nothing to save.
  await editorField(quick.page, 'customer_order_name').fill(`${PROSE}, ${Date.now()}`);
  await saveButton(quick.page).click();
  await quick.settle();
  const saveLeaves = await quick.page.evaluate(requestAfterInput);
  await quick.end();
  return { editorKey: quantile(keys, 0.98), saveLeaves };
}

/** What stays behind each time that somebody goes into a line and back. */
async function measureCycles(browser: Browser, { address, start }: Stations): Promise<Measured> {
  const visit = await Visit.begin(browser, start.rows);
  await visit.open(address);
  await visit.settle();
  const cycle = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      await visit.until(start.editor, () => firstLine(visit.page).click());
      await visit.back(start.rows);
    }
    await visit.settle();
    // The browser's own list of requests is not the page's to keep.
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

/* What follows is sent to the page as text, and uses nothing outside of itself. */

/**
 * The scripts that had come by a moment, as they went over the wire; of a page without any, the document that holds its
 * script.
 */
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

/** The requests for rows so far: when each left, what it searched for and how long it took. */
function listRequests(listPath: string) {
  return performance.getEntriesByType('resource').flatMap((entry) => {
    const { pathname, searchParams } = new URL(entry.name);
    if (pathname !== listPath || searchParams.get('page_size') !== '50') return [];
    return [{ start: entry.startTime, took: entry.duration, search: searchParams.get('search') }];
  });
}

/** From the last key or click to the first request to the API after it. */
function requestAfterInput(): number {
  const clicked = window.bench.lastInput();
  const starts = performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime >= clicked && new URL(entry.name).pathname.startsWith('/api/'))
    .map((entry) => entry.startTime - clicked);
  return Math.min(...starts);
}

import type { Browser } from '@playwright/test';
import { CONTACT_FIELDS } from '~/contract/contact';
import { operationPath } from '~/contract/operations';
import { SCALAR_FIELDS } from '~/contract/order-line';
import type { Measured } from './metrics';
import { Visit } from './visit';

/** Every field that can be imported, by the API's names. */
const HEADERS = [
  ...SCALAR_FIELDS,
  ...CONTACT_FIELDS.map((field) => `related_contact_information.0.${field}`),
];

/** The rows of a usual sheet, and of a very long one. */
const USUAL = 500;
const LONG = 5000;

/** Measures the import of pasted rows on the page of a draft cart, from the paste to the check in view. Nothing is created. */
export async function measureImport(browser: Browser, origin: string): Promise<Measured> {
  const url = new URL(`/carts/${await draftCartId(origin)}/import`, origin).href;
  const usual = await pasteAndCheck(browser, url, USUAL, 1);
  const slowCpu = await pasteAndCheck(browser, url, USUAL, 4);
  const long = await pasteAndCheck(browser, url, LONG, 1);
  return {
    import: usual.took,
    importLongestTask: usual.longestTask,
    importSlowCpu: slowCpu.took,
    importLong: long.took,
  };
}

async function draftCartId(origin: string): Promise<string> {
  const query = new URLSearchParams({ state: 'created', page: '1', page_size: '1' });
  const response = await fetch(new URL(`${operationPath('listCarts')}?${query}`, origin));
  const found = /"id":\s*"([^"]+)"/.exec(await response.text())?.[1];
  if (found === undefined) throw new Error('The server has no draft cart');
  return found;
}

/** Every field filled. */
function sheetOf(rows: number): string {
  const cells = (row: number) => HEADERS.map((_, column) => `value ${row}-${column}`).join('\t');
  return [HEADERS.join('\t'), ...Array.from({ length: rows }, (_, row) => cells(row))].join('\n');
}

async function pasteAndCheck(browser: Browser, url: string, rows: number, cpu: number) {
  const visit = await Visit.begin(browser, { kind: 'editor', fields: 2, value: '' }, { cpu });
  await visit.open(url);
  await visit.waitUntilQuiet();
  const measured = await visit.page.evaluate(pasteInPage, sheetOf(rows));
  await visit.end();
  return measured;
}

/** Pastes a sheet, checks it, and gives the milliseconds until its cells are drawn. The page gets it as text. */
async function pasteInPage(text: string) {
  let longestTask = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const appearance = async (selector: string) => {
    for (;;) {
      const element = document.querySelector<HTMLElement>(selector);
      if (element) return element;
      await frame();
    }
  };
  const box = await appearance('textarea');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const start = performance.now();
  box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  const check = await appearance('table ~ button');
  check.click();
  await appearance('[role="gridcell"]');
  await frame();
  const took = performance.now() - start;
  await frame();
  observer.disconnect();
  return { took, longestTask };
}

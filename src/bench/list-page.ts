import type { Locator, Page } from '@playwright/test';
import { readableRows, readListPage } from '~/contract/list-envelope';
import { operationPath } from '~/contract/operations';
import { readOrderLineSummary, type OrderLineSummary } from '~/contract/order-line';
import type { Expected } from './probe';

/* Drives both pages: the hand-written page has the app's French names, so the same locators find its parts. */

export const LIST_PATH = operationPath('listLines');
const PAGE_ROWS = 50;
/** The fewest fields of an editor. The app has more. */
const EDITOR_FIELDS = 34;
/** The sort of both pages after the first click. */
export const FIRST_SORT = '-end_customer_name';

const CUSTOMER = 'Client final';

export const searchBox = (page: Page): Locator => page.getByLabel('Rechercher des lignes');
export const nextPageButton = (page: Page): Locator => page.getByRole('button', { name: 'Page suivante' });
export const firstLine = (page: Page): Locator => page.locator('tbody tr').first().getByRole('link').first();
export const sortButton = (page: Page): Locator =>
  page.locator('thead').getByTitle(`Trier par ${CUSTOMER}`, { exact: true });

/** A field of the editor. Both pages name their inputs as the API does. */
export const editorField = (page: Page, name: string): Locator => page.locator(`form [name="${name}"]`);
export const saveButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Enregistrer', exact: true });

/** A page of the list as both pages should show it, with its first line. */
export interface ExpectedPage {
  readonly rows: Expected;
  readonly editor: Expected;
  readonly firstId: string;
}

/** Reads a page of the list from a server. Throws when the page is not full. */
export async function expectedPage(
  origin: string,
  query: Readonly<Record<string, string>>,
): Promise<ExpectedPage> {
  const params = new URLSearchParams({ sort: '-creation_date', ...query, page_size: String(PAGE_ROWS) });
  const answer = await fetch(`${origin}${LIST_PATH}?${params}`, {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  const { rows } = readListPage(await answer.json(), answer.headers, readOrderLineSummary);
  const lines = readableRows(rows);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || lines.length < PAGE_ROWS) throw new Error(`No full page of lines for ${params}`);
  return {
    rows: { kind: 'rows', first: referenceOf(first), last: referenceOf(last), count: PAGE_ROWS },
    editor: { kind: 'editor', fields: EDITOR_FIELDS, value: first.end_customer_name },
    firstId: first.id,
  };
}

function referenceOf({ order_reference, temporary_reference }: OrderLineSummary): string {
  return order_reference || temporary_reference;
}

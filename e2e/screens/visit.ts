import { expect, type Page } from '@playwright/test';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { keptTexts } from '~e2e/steps';
import type { Words } from './words';

export interface Visit {
  readonly page: Page;
  readonly api: MockApi;
  readonly words: Words;
}

export interface Screen {
  readonly name: string;
  /** Leads to the screen and returns once it is drawn. */
  readonly open: (visit: Visit) => Promise<void>;
}

export const main = (page: Page) => page.getByRole('main');
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const dialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();

export const REJECTED = aLine({
  state: 'rejected_creation',
  termination_error: [
    { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' },
    { code: 'E-4711', property_path: 'delivery.window', value: 'never' },
  ],
});

/** As long as customers' names get, in one word and in many. */
export const LONG_NAME = `Anticonstitutionnellement${'-anticonstitutionnellement'.repeat(3)} et ${'Fils, Neveux et '.repeat(6)}Compagnie`;

export const LONG = aLine({
  end_customer_name: LONG_NAME,
  customer_order_name: `Siège ${LONG_NAME}`,
  external_id: 'REF-'.repeat(20),
  note: LONG_NAME,
  contact: { end_customer_name: LONG_NAME, street_name: LONG_NAME },
});

export async function openDraft({ page, api }: Visit): Promise<string> {
  const line = aLine({ enni: '', quote_item_id: 'DV-2042', option_ids: ['2210', '7021'], daysOld: 80 });
  const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [line] }));
  await page.goto(`/lines/${lineId}`);
  await expect(main(page)).toContainText('DV-2042');
  return lineId;
}

export async function openDraftCart({ page, api }: Visit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine(), aLine({ enni: '' })] }));
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('row')).toHaveCount(3);
}

/** Types a note, which autosave keeps, and does not save it. */
export async function leaveTextBehind(visit: Visit): Promise<void> {
  await openDraft(visit);
  await visit.page.getByLabel(visit.words.note, { exact: true }).fill('Sonner deux fois');
  await keptTexts(visit.page, (count) => count === 1);
}

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, row, saveLine } from '~e2e/steps';
import type { LedgerEntry } from '~/mock-api/http/ledger';
import type { MockApi } from '~/mock-api/create-mock-api';
import type { Dialect } from '~/mock-api/http/dialects';
import { aCart, aLine } from '~/mock-api/store/given';

/*
 * A server that changes its mind between two visits costs one refused request at most. A person sees none, for an error
 * in the browser fails the test. The visits before the change and after it ask equally often.
 */

interface Change {
  readonly title: string;
  readonly before: Partial<Dialect>;
  readonly after: Partial<Dialect>;
}

const STRICT = { unknownQuery: 'refused', unknownKeys: 'refused' } as const;

const OF_LISTS: readonly Change[] = [
  { title: 'another envelope', before: {}, after: { list: 'items-count' } },
  { title: 'another page size', before: {}, after: { pages: 'at-most-25' } },
  { title: 'other paging', before: { ...STRICT, paging: 'page' }, after: { paging: 'offset' } },
  { title: 'another sort form', before: {}, after: { sort: 'colon' } },
];

const OF_LINES: readonly Change[] = [
  {
    title: 'another spelling',
    before: { ...STRICT, spelling: 'examples', reads: 'own-spelling' },
    after: { spelling: 'tables' },
  },
  { title: 'another type of VLAN', before: { vlanTaken: 'own' }, after: { vlan: 'text' } },
  { title: 'null is refused', before: {}, after: { nulls: 'refused', empties: 'null' } },
  { title: 'shown keys are refused', before: { contactKeys: 'more' }, after: STRICT },
];

/** The requests of a visit, refused ones apart. Counts of a list come when they can, and are left out: they ask for no sort. */
async function requestsOf(api: MockApi, visit: () => Promise<void>) {
  api.ledger.clear();
  await visit();
  const isCount = ({ operation, query }: LedgerEntry) =>
    operation === 'listLines' && query['sort'] === undefined;
  const asked = api.ledger.entries.filter((entry) => !isCount(entry));
  const refused = api.ledger.entries.filter(({ status }) => (status ?? 0) >= 400);
  return { asked: asked.length, refused: refused.length };
}

for (const { title, before, after } of OF_LISTS) {
  test.describe(`from one list to the next, ${title}`, () => {
    test.use({ apiOptions: { dialect: before } });

    test(`the list opens all the same: ${title}`, async ({ page, api }) => {
      for (let daysOld = 1; daysOld <= 60; daysOld += 1)
        api.given(aCart({ daysOld, lines: [aLine({ customer_order_name: `Site ${daysOld}.` })] }));
      const visit = async () => {
        await page.goto('/lines?sort=creation_date');
        await expect(page.getByRole('row').nth(1)).toContainText('Site 60.');
        await expect(row(page, 'Site 40.')).toBeVisible();
      };
      await visit();
      const steady = await requestsOf(api, visit);
      expect(steady.refused).toBe(0);
      api.changeDialect(after);
      expect((await requestsOf(api, visit)).refused).toBeLessThanOrEqual(1);
      expect(await requestsOf(api, visit)).toEqual(steady);
    });
  });
}

/** Changes and empties the fields that servers take in different forms. */
async function editLine(page: Page, lineId: string, round: number): Promise<void> {
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Porte ENNI secondaire').fill(`AZ${round}`);
  await field(page, 'VLAN').fill(`${round}`);
  await field(page, 'Commune').fill(`Caen ${round}`);
  await field(page, 'Latitude').fill('');
  await saveLine(page);
}

for (const { title, before, after } of OF_LINES) {
  test.describe(`from one save to the next, ${title}`, () => {
    test.use({ apiOptions: { dialect: before } });

    test(`the line is saved all the same: ${title}`, async ({ page, api }) => {
      const given = () => api.given(aCart({ lines: [aLine()] })).lineId;
      await editLine(page, given(), 1);
      const steady = await requestsOf(api, () => editLine(page, given(), 2));
      expect(steady.refused).toBe(0);
      api.changeDialect(after);
      const third = given();
      expect((await requestsOf(api, () => editLine(page, third, 3))).refused).toBeLessThanOrEqual(1);
      expect(api.store.line(third).content.values).toMatchObject({
        enni_2: 'AZ3',
        vlan_reference: '3',
        related_contact_information: [{ city: 'Caen 3', latitude: '' }],
      });
      expect(await requestsOf(api, () => editLine(page, given(), 4))).toEqual(steady);
    });
  });
}

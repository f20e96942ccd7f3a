import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, keptTexts, placeOrder, saveLine } from '~e2e/steps';
import { LosslessNumber, stringifyLossless } from '~/contract/lossless-json';
import { isWireObject, wireObjects } from '~/contract/scalars';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

/* JSON numbers above 2^53, which JSON.parse rounds. The document types some fields loosely, and a server may add keys. */

const FLOOR = '9007199254740993';
const SITE_KEY = '12345678901234567891';

/** What this server answers of a line: a contact with two long numbers, one of them under a key of its own. */
function withLongNumbers(line: unknown): unknown {
  if (!isWireObject(line)) return line;
  const contacts = wireObjects(line['related_contact_information']).map((contact) => ({
    ...contact,
    level_number: new LosslessNumber(FLOOR),
    site_key: new LosslessNumber(SITE_KEY),
  }));
  return { ...line, related_contact_information: contacts };
}

async function openLine(page: Page, api: MockApi): Promise<void> {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  for (const operation of ['readLine', 'updateLine'] as const)
    api.faults.next({ operation, times: 20 }, { reshape: withLongNumbers });
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Étage')).toHaveValue(FLOOR);
}

/** The contact of the only save, as its JSON was sent. */
function sentContact(api: MockApi): string {
  const bodies = api.ledger.of('updateLine').map(({ body }) => stringifyLossless(body));
  expect(bodies).toHaveLength(1);
  return bodies.join('');
}

test('a changed city keeps the long numbers beside it', async ({ page, api }) => {
  await openLine(page, api);
  await field(page, 'Commune').fill('Rouen');
  await saveLine(page);
  const sent = sentContact(api);
  expect(sent).toContain('"city":"Rouen"');
  expect(sent).toContain(`"level_number":${FLOOR}`);
  expect(sent).toContain(`"site_key":${SITE_KEY}`);
});

test('restored text keeps the long numbers beside it', async ({ page, api }) => {
  await openLine(page, api);
  await field(page, 'Commune').fill('Rouen');
  await keptTexts(page, (count) => count === 1);
  await page.reload();
  await page.getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Commune')).toHaveValue('Rouen');
  await saveLine(page);
  const sent = sentContact(api);
  expect(sent).toContain(`"level_number":${FLOOR}`);
  expect(sent).toContain(`"site_key":${SITE_KEY}`);
});

test('a typed coordinate keeps all its digits', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Latitude').fill('49.47440771234567891');
  await saveLine(page);
  await expect(field(page, 'Latitude')).toHaveValue('49.47440771234567891');
  await expect(page.getByText("L'API a gardé")).toHaveCount(0);
  expect(sentContact(api)).toContain('"latitude":49.47440771234567891');
});

/** Identifiers of digits alone as JSON numbers, at any depth. */
function withNumberIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNumberIds);
  if (!isWireObject(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    const isId = typeof inner === 'string' && /^\d{19}$/.test(inner);
    return [name, isId ? new LosslessNumber(inner) : withNumberIds(inner)] as const;
  });
  return Object.fromEntries(entries);
}

const [CART, LINE] = ['9223372036854775807', '9223372036854775801'];

test('long number ids lead from list to order', async ({ page, api }) => {
  api.given(aCart({ id: CART, lines: [aLine({ id: LINE, external_id: CART })] }));
  for (const operation of ['listLines', 'readLine', 'readCart', 'updateLine', 'listCarts'] as const)
    api.faults.next({ operation, times: 50 }, { reshape: withNumberIds });
  await page.goto('/lines');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(field(page, 'Votre référence')).toHaveValue(CART);
  await field(page, 'Note').fill('Sonner deux fois');
  await saveLine(page);
  await page.goto(`/carts/${CART}`);
  await placeOrder(page);
  expect(api.ledger.of('confirmCart').map(({ ids }) => ids)).toEqual([{ cartId: CART }]);
  const updates = api.ledger.of('updateLine');
  expect(updates.map(({ ids, body }) => [ids.lineId, body])).toEqual([[LINE, { note: 'Sonner deux fois' }]]);
});

test('a long number in a field is not a change', async ({ page, api }) => {
  await openLine(page, api);
  await field(page, 'Note').fill('Sonner deux fois');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'Sonner deux fois' }]);
});

import { expect, test } from '~e2e/fixtures';
import { field, placeOrder, row, saveLine } from '~e2e/steps';
import { isWireObject } from '~/contract/scalars';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';

/* Servers that write dates in other ways than the document's examples. */

const DAY = 'Date de livraison souhaitée';

/** Every answer with another value for fields of these names, at any depth. */
function answerWith(api: MockApi, change: (name: string, value: unknown) => unknown): void {
  const reshape = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reshape);
    if (!isWireObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, reshape(change(name, inner))] as const),
    );
  };
  for (const operation of ['listLines', 'listCarts', 'readLine', 'readCart', 'updateLine'] as const)
    api.faults.next({ operation, times: 99 }, { reshape });
}

test('a day that returns as midnight is the same day', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ scheduled_delivery_date: '2031-01-10' })] }));
  answerWith(api, (name, value) =>
    name === 'scheduled_delivery_date' && typeof value === 'string' ? `${value}T00:00:00+01:00` : value,
  );
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, DAY)).toHaveAccessibleDescription('vendredi 10 janvier 2031');
  await field(page, DAY).fill('2031-01-11');
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({ scheduled_delivery_date: '2031-01-11' });
  await expect(page.getByText("L'API a gardé")).toHaveCount(0);
});

test.describe('overseas', () => {
  test.use({ timezoneId: 'America/Martinique' });

  test('a delivery day is not the day before', async ({ page, api }) => {
    api.given(aCart({ lines: [aLine({ scheduled_delivery_date: '2031-01-10' })] }));
    answerWith(api, (name, value) =>
      name === 'scheduled_delivery_date' ? `${String(value)}T00:00:00Z` : value,
    );
    await page.goto('/lines');
    await expect(row(page, 'Kerbrat')).toContainText('10/01/2031');
  });

  test('a draft expires on the day of the API', async ({ page, api }) => {
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    api.given(aCart({ lines: [aLine()] }));
    answerWith(api, (name, value) => (name === 'expiration_date' ? soon : value));
    await page.goto('/lines');
    const [year, month, day] = soon.split('-');
    await expect(row(page, 'Kerbrat')).toContainText(`${day}/${month}/${year}`);
  });
});

test('the zero of a calendar leaves a draft editable', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  answerWith(api, (name, value) =>
    ['order_date', 'cancellation_date', 'completion_date'].includes(name) && value === null
      ? '0001-01-01T00:00:00Z'
      : value,
  );
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  await saveLine(page);
  await page.goto('/lines');
  await expect(row(page, 'Kerbrat')).toContainText('Brouillon');
  await expect(page.getByText('01/01/0001')).toHaveCount(0);
});

test('a date that is not ISO blocks no order', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  answerWith(api, (name, value) =>
    name === 'scheduled_delivery_date' || name === 'expiration_date' ? '10/04/2031' : value,
  );
  await page.goto(`/carts/${cartId}`);
  await placeOrder(page);
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

import type { Page } from '@playwright/test';
import { CONTACT_FIELDS } from '~/contract/contact';
import { emptyLineValues, SCALAR_FIELDS } from '~/contract/order-line';
import { aCart, aLine } from '~/mock-api/given';
import { expect, test } from '~e2e/fixtures';
import { field, saveLine } from '~e2e/steps';

/*
 * HTML and script in every text field of a line is text. Each payload would call executed() if the browser ran it; a
 * violation of the content policy fails any test by itself.
 */

const PAYLOADS = [
  '<script>executed()</script>',
  '"><script>executed()</script>',
  "'><script>executed()</script>",
  '</textarea><script>executed()</script>',
  '</title><script>executed()</script>',
  '</script><script>executed()</script>',
  '<img src=x onerror=executed()>',
  '<img src="x" onerror="executed()">',
  '"><img src=x onerror=executed()>',
  '<svg onload=executed()>',
  '<svg><script>executed()</script></svg>',
  '<body onload=executed()>',
  '<input autofocus onfocus=executed()>',
  '<details open ontoggle=executed()>',
  '<iframe srcdoc="<script>parent.executed()</script>"></iframe>',
  '<a href="javascript:executed()">x</a>',
  'javascript:executed()',
  '" autofocus onfocus="executed()" x="',
  '{{constructor.constructor("executed()")()}}',
  '${executed()}<style>@import "javascript:executed()"</style>',
] as const;

/** Fields that hold no free text: a number, a choice, a day, coordinates. */
const NO_TEXT = [
  'vlan_reference',
  'siret_known',
  'scheduled_delivery_date',
  'option_ids',
  'latitude',
  'longitude',
];

/** A line with the payload in every field that takes text. */
function hostileLine(payload: string) {
  const { related_contact_information: _, ...empty } = emptyLineValues();
  const scalars = Object.fromEntries(
    SCALAR_FIELDS.filter((name) => !NO_TEXT.includes(name)).map((name) => [name, payload]),
  );
  const contact = Object.fromEntries(
    CONTACT_FIELDS.filter((name) => !NO_TEXT.includes(name)).map((name) => [name, payload]),
  );
  return aLine({ ...empty, ...scalars, option_ids: [payload], contact });
}

/** A line that was rejected with the payload in each part of the error. */
const rejectedLine = (payload: string) =>
  aLine({
    state: 'rejected_creation',
    order_reference: payload,
    end_customer_name: payload,
    termination_error: [{ code: payload, property_path: payload, value: payload }],
  });

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    Object.assign(window, { executions: 0, executed: () => Object.assign(window, { executions: 1 }) });
  });
});

/** Nothing ran, and nothing of a payload became an element of the page. */
async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.evaluate(() => String(Reflect.get(window, 'executions')))).toBe('0');
  const made = 'main :is(script, iframe, img, style, [onerror], [onload], [onfocus], [ontoggle])';
  await expect(page.locator(made)).toHaveCount(0);
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
}

test('HTML and script in every text field of a line is shown as text in its editor', async ({
  page,
  api,
}) => {
  test.slow();
  const { lineIds } = api.given(aCart({ lines: PAYLOADS.map(hostileLine) }));
  for (const [index, payload] of PAYLOADS.entries()) {
    await page.goto(`/lines/${lineIds[index]}`);
    await expect(field(page, 'Client final')).toHaveValue(payload);
    await expect(field(page, 'Note')).toHaveValue(payload);
    await expect(field(page, 'Voie')).toHaveValue(payload);
    await expect(page.getByRole('main')).toContainText(payload);
    await expectOnlyText(page);
  }
});

test('HTML and script in lines and carts is shown as text in lists, in the cart, on the check page and in exports', async ({
  page,
  api,
}) => {
  test.slow();
  const [first] = PAYLOADS;
  const { cartId } = api.given(
    aCart({ external_id: first, project_id: first, lines: PAYLOADS.map(hostileLine) }),
  );
  const rejected = api.given(aCart({ external_id: first, lines: PAYLOADS.map(rejectedLine) }));

  await page.goto('/lines');
  for (const payload of PAYLOADS)
    await expect(page.getByRole('row').filter({ hasText: payload }).first()).toBeVisible();
  await expectOnlyText(page);
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectOnlyText(page);

  for (const address of [`/carts/${cartId}`, `/carts/${cartId}/confirm`, `/carts/${rejected.cartId}`]) {
    await page.goto(address);
    for (const payload of PAYLOADS) await expect(page.getByRole('main')).toContainText(payload);
    await expectOnlyText(page);
  }
  await page.goto('/carts');
  await expect(page.getByRole('row').filter({ hasText: first }).first()).toBeVisible();
  await expectOnlyText(page);
  await page.goto(`/lines/${rejected.lineId}`);
  await expect(page.getByRole('main')).toContainText(first);
  await expectOnlyText(page);
});

test('HTML and script typed into fields, refused by the API in its own words and sought by address is text', async ({
  page,
  api,
  expectComplaint,
}) => {
  test.slow();
  expectComplaint(/400/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const payload = PAYLOADS[8];
  for (const label of [
    'Client final',
    'Votre référence',
    'Porte ENNI',
    'Voie',
    'Commune',
    'Note',
    "Consignes d'accès",
  ])
    await field(page, label).fill(payload);
  api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body: { enni: [payload] } } });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: payload })).toBeVisible();
  await expectOnlyText(page);
  await saveLine(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(payload);
  await expectOnlyText(page);

  for (const sought of PAYLOADS) {
    await page.goto(`/lines?search=${encodeURIComponent(sought)}&state=${encodeURIComponent(sought)}`);
    await expect(page.getByRole('main')).toContainText(sought);
    await expectOnlyText(page);
  }
});

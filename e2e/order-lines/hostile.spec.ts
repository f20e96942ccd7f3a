import { pathToFileURL } from 'node:url';
import { expect, test } from '~e2e/fixtures';
import {
  expectAllPayloads,
  expectOnlyText,
  hostileLine,
  payloadAt,
  PAYLOADS,
  TEXT_INPUTS,
  textsOf,
  typeInto,
  watchForExecutions,
} from '~e2e/hostile-text';
import { field, keptTexts } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test.beforeEach(({ context }) => watchForExecutions(context));

/** Without a quote, which locks five fields, and without what only a new line takes. */
const CHANGEABLE = TEXT_INPUTS.filter(
  (name) => !['quote_item_id', 'offer_family', 'offer_technology'].includes(name),
);
const ALL_ROUNDS = PAYLOADS.map((_, round) => round);
const textsAt = (names: readonly string[], round: number) =>
  Object.fromEntries(names.map((name, index) => [name, payloadAt(round, index)]));

test('payloads in every field are read back as text', async ({ page, api }) => {
  test.slow();
  const { lineId } = api.given(aCart({ lines: [aLine({ contact: { contact2_firstname: 'Zoé' } })] }));
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note technique')).toBeVisible();
  for (const round of ALL_ROUNDS) {
    const texts = textsAt(CHANGEABLE, round);
    expect(await typeInto(page, texts)).toEqual([]);
    await page.keyboard.press('Control+s');
    await expect.poll(() => api.ledger.of('updateLine').length).toBe(round + 1);
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    expect(await textsOf(page, CHANGEABLE)).toEqual(texts);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(texts['end_customer_name'] ?? '');
    await expectOnlyText(page);
  }
  await page.reload();
  await expect(field(page, 'Note technique')).not.toHaveValue('');
  expect(await textsOf(page, CHANGEABLE)).toEqual(textsAt(CHANGEABLE, PAYLOADS.length - 1));
  await expectOnlyText(page);
});

test('payloads in a new line are restored as text', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: PAYLOADS[0], lines: [] }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await page.getByRole('button', { name: 'Ajouter un second contact' }).click();
  for (const round of ALL_ROUNDS) {
    expect(await typeInto(page, { ...textsAt(TEXT_INPUTS, round), option_ids: payloadAt(round, 0) })).toEqual(
      [],
    );
    await expectOnlyText(page);
  }
  await keptTexts(page, (count) => count === 1);
  await page.reload();
  await page.getByRole('button', { name: 'Restaurer' }).click();
  const last = textsAt(TEXT_INPUTS, PAYLOADS.length - 1);
  expect(await textsOf(page, TEXT_INPUTS)).toEqual(last);
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeVisible();
  expect(await textsOf(page, TEXT_INPUTS)).toEqual(last);
  await expectOnlyText(page);
});

test('HTML is text in lists, carts and records', async ({ page, api }, info) => {
  test.slow();
  const [first] = PAYLOADS;
  const { cartId } = api.given(
    aCart({ external_id: first, project_id: first, lines: ALL_ROUNDS.map(hostileLine) }),
  );
  const rejected = api.given(
    aCart({
      external_id: first,
      lines: PAYLOADS.map((payload) =>
        aLine({
          state: 'rejected_creation',
          order_reference: payload,
          end_customer_name: payload,
          termination_error: [{ code: payload, property_path: payload, value: payload }],
        }),
      ),
    }),
  );

  await page.goto('/lines');
  await expectAllPayloads(page.getByRole('main'));
  await expectOnlyText(page);
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectOnlyText(page);

  for (const path of [`/carts/${rejected.cartId}`, `/carts/${cartId}`]) {
    await page.goto(path);
    await expectAllPayloads(page.getByRole('main'));
    await expectOnlyText(page);
  }
  for (const name of ['Dupliquer le panier', 'Supprimer le panier']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toContainText(first);
    await expectOnlyText(page);
    await page.keyboard.press('Escape');
  }

  await page.goto(`/carts/${cartId}/confirm`);
  await expectAllPayloads(page.getByRole('main'));
  await expectOnlyText(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer le récapitulatif' }).click(),
  ]);
  const record = await page.context().newPage();
  const file = info.outputPath('record.html');
  await download.saveAs(file);
  await record.goto(pathToFileURL(file).href);
  await expectAllPayloads(record.locator('body'));
  await expect(record.locator('script, img, svg, iframe, a, input, details')).toHaveCount(0);
  expect(await record.evaluate(() => JSON.stringify(Reflect.get(window, 'counts')))).toBe(
    '{"executions":0,"reports":0}',
  );
  await record.close();

  await page.goto('/carts');
  await expect(page.getByRole('row').filter({ hasText: first }).first()).toBeVisible();
  await expectOnlyText(page);
  await page.goto(`/lines/${rejected.lineId}`);
  await expect(page.getByRole('main')).toContainText(first);
  await expectOnlyText(page);
});

test('HTML is text in dialogs, conflicts and unsaved text', async ({ page, api, expectComplaint }) => {
  expectComplaint(/412/);
  const quoteless = { quote_item_id: '' };
  const { lineId } = api.given(
    aCart({ lines: [{ ...hostileLine(0), ...quoteless }, ...ALL_ROUNDS.map(hostileLine)] }),
  );
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note technique')).toHaveValue(/./);
  const dialog = page.getByRole('dialog');
  for (const [name, isWhole] of [
    ["En un coup d'œil", true],
    ['Supprimer la ligne', false],
    ['Dupliquer la ligne', false],
    ["Copier d'une autre ligne…", true],
  ] as const) {
    await page.getByRole('button', { name }).click();
    await expect(dialog).toContainText(PAYLOADS[0]);
    if (isWhole) await expectAllPayloads(dialog);
    await expectOnlyText(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  expect(await typeInto(page, textsAt(CHANGEABLE, 9))).toEqual([]);
  api.store.changeLine(lineId, { values: { end_customer_name: PAYLOADS[5], note: PAYLOADS[3] } });
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert')).toContainText(PAYLOADS[3]);
  await expectOnlyText(page);

  await keptTexts(page, (count) => count === 1);
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: "n'a pas été enregistrée" })).toContainText(
    PAYLOADS[3],
  );
  await expectOnlyText(page);
});

test('HTML is text in API errors and searches', async ({ page, api, expectComplaint }) => {
  test.slow();
  expectComplaint(/400/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill(PAYLOADS[0]);
  const body = Object.fromEntries(PAYLOADS.map((payload, index) => [TEXT_INPUTS[index] ?? '', [payload]]));
  api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body } });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expectAllPayloads(page.getByRole('alert'));
  await expectAllPayloads(page.locator('form'));
  await expectOnlyText(page);

  for (const sought of PAYLOADS) {
    await page.goto(`/lines?search=${encodeURIComponent(sought)}&state=${encodeURIComponent(sought)}`);
    await expect(page.getByRole('main')).toContainText(sought);
    await expectOnlyText(page);
  }
});

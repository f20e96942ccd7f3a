import { readFile } from 'node:fs/promises';
import { expectNoRawMarks, markedCart, markedLine, MARKS } from '~e2e/direction-marks';
import { expect, test } from '~e2e/fixtures';
import { field, keptTexts, outcome, row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

test('direction marks in names are shown and turn nothing', async ({ page, api }) => {
  const { cartId, lineId } = api.given(
    aCart({
      external_id: 'CDE\u2066-1',
      lines: [aLine({ end_customer_name: 'Garage\u202E Moreau', customer_order_name: 'Siège' })],
    }),
  );
  await page.goto('/lines');
  await expect(row(page, 'Garage[U+202E] Moreau')).toBeVisible();
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Garage[U+202E] Moreau – Siège');
  await expect(page).toHaveTitle(/^Garage\[U\+202E\] Moreau – Siège – /);
  // The input has it to the letter.
  await expect(field(page, 'Client final')).toHaveValue('Garage\u202E Moreau');
  await page.goto(`/carts/${cartId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CDE[U+2066]-1');
  await expect(row(page, 'Garage[U+202E] Moreau – Siège')).toBeVisible();
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(page.getByText('Garage[U+202E] Moreau – Siège').first()).toBeVisible();
  for (const path of ['/lines', `/lines/${lineId}`, `/carts/${cartId}`, `/carts/${cartId}/confirm`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const text = await page.evaluate(() => document.title + document.body.innerText);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
  }
});

test('names from right to left are isolated', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({ lines: [aLine({ end_customer_name: 'שלום', customer_order_name: 'Siège 12' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('\u2068שלום\u2069 – Siège 12');
});

test('direction marks in reasons and refused values are named', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  api.store.changeLine(lineId, {
    status: {
      state: 'rejected_creation',
      state_change: [
        { state: 'rejected_creation', change_date: Date.UTC(2026, 3, 10), change_reason: 'Non\u202E fini' },
      ],
      termination_error: [{ code: 'INVALID_SIRET', property_path: 'siret', value: '732\u202E829' }],
    },
  });
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByText('Non[U+202E] fini')).toBeVisible();
  await expect(page.getByText('732[U+202E]829').first()).toBeVisible();
});

test('no screen of a line shows a raw mark', async ({ page, api, expectComplaint }) => {
  test.slow();
  expectComplaint(/412/);
  const { lineId } = api.given(markedCart({ lines: [markedLine(), markedLine()] }));
  await page.goto(`/lines?search=rien${MARKS}x`);
  await expect(page.getByText('Recherche : rien[U+202E][U+2066]x')).toBeVisible();
  await expectNoRawMarks(page, 'a search without a result');
  await page.goto(`/lines?state=state${MARKS}x&external_id=external_id${MARKS}x`);
  await expect(page.getByRole('button', { name: /^Retirer le filtre/ }).first()).toBeVisible();
  await expectNoRawMarks(page, 'filters');
  await page.goto('/lines');
  await page
    .getByRole('checkbox', { name: /^Sélectionner / })
    .first()
    .check();
  await expectNoRawMarks(page, 'a list with a selection');
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Palette de commandes' }).fill('end_customer');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await expectNoRawMarks(page, 'the palette');

  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Client final')).toBeVisible();
  await expectNoRawMarks(page, 'a draft');
  for (const action of ['Supprimer la ligne', 'Dupliquer la ligne', "Copier d'une autre ligne…"]) {
    await page.getByRole('button', { name: action, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('dialog').getByText('[U+202E]').first()).toBeVisible();
    await expectNoRawMarks(page, action);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await field(page, 'Note').fill(`Note${MARKS}`);
  await keptTexts(page, (count) => count === 1);
  api.store.changeLine(lineId, { values: { note: `Autre${MARKS}` } });
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByText('Les mêmes champs ont été modifiés entre-temps')).toBeVisible();
  await expectNoRawMarks(page, 'a conflict');
  page.on('dialog', (question) => void question.accept());
  await page.reload();
  await expect(page.getByText("n'a pas été enregistrée")).toBeVisible();
  await expectNoRawMarks(page, 'unsaved text');
});

test('no confirmed line shows a raw mark', async ({ page, api }) => {
  const { lineIds } = api.given(
    markedCart({
      lines: [
        markedLine({
          state: 'rejected_creation',
          termination_error: [{ code: `E${MARKS}`, property_path: `a${MARKS}`, value: MARKS }],
        }),
        markedLine({ state: `odd${MARKS}` }),
        markedLine({ state: 'acknowledged', cancelled: `Fini${MARKS}` }),
      ],
    }),
  );
  for (const lineId of lineIds) {
    await page.goto(`/lines/${lineId}`);
    await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible();
    await expectNoRawMarks(page, lineId);
  }
});

test('no screen of a cart shows a raw mark', async ({ page, api }) => {
  test.slow();
  const { cartId } = api.given(
    markedCart({ lines: [markedLine(), markedLine({ product_offering_id: '' })] }),
  );
  await page.goto(`/carts?external_id=CDE${MARKS}1`);
  await expect(row(page, 'CDE[U+202E]').first()).toBeVisible();
  await expectNoRawMarks(page, 'the list of carts');
  await page.goto(`/carts/${cartId}`);
  await expect(row(page, 'end_customer_name').first()).toBeVisible();
  await expectNoRawMarks(page, 'a draft cart');
  for (const action of ['Supprimer le panier', 'Dupliquer le panier']) {
    await page.getByRole('button', { name: action, exact: true }).first().click();
    await expect(page.getByRole('dialog').getByText('[U+202E]').first()).toBeVisible();
    await expectNoRawMarks(page, action);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.goto(`/carts/${cartId}/confirm`);
  await expect(page.getByRole('main')).toContainText('[U+202E]');
  await expectNoRawMarks(page, 'the review');
  await page.goto(`/carts/${cartId}/lines/new`);
  await expect(field(page, 'Offre')).toBeVisible();
  await expectNoRawMarks(page, 'a new line');
});

test('words of the API show their marks', async ({ page, api, expectComplaint }) => {
  expectComplaint(/403|400|422/);
  const { lineId, cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  const answer = { status: 403, body: { detail: `Not\u202E allowed` } };
  api.faults.next({ operation: 'listLines', times: 2 }, { answer });
  await page.goto('/lines');
  await expect(page.getByRole('alert').getByText('Not[U+202E] allowed')).toBeVisible();
  await page.goto(`/lines/${lineId}`);
  for (const body of [
    { detail: 'Not\u202E allowed' },
    { note: ['Not\u202E allowed'] },
    { odd: ['Not\u202E allowed'] },
  ]) {
    await field(page, 'Note').fill(JSON.stringify(body));
    api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body } });
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText('Not[U+202E] allowed').first()).toBeVisible();
    await expectNoRawMarks(page, JSON.stringify(body));
  }
  page.on('dialog', (question) => void question.accept());
  await page.goto(`/carts/${cartId}/confirm`);
  api.faults.next(
    { operation: 'confirmCart' },
    { answer: { status: 400, body: { detail: 'Not\u202E allowed' } } },
  );
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(page.getByText('Not[U+202E] allowed').first()).toBeVisible();
  await expectNoRawMarks(page, 'a refused order');
});

test('an outcome and its receipt show marks', async ({ page, api }) => {
  // Texts that a confirmation does not check.
  const name = `Garage${MARKS} Moreau`;
  const line = { end_customer_name: name, customer_order_name: name, note: name, order_reference: name };
  const { cartId } = api.given(
    markedCart({
      lines: [aLine({ ...line, external_id: `A${MARKS}` }), aLine({ ...line, external_id: `B${MARKS}` })],
    }),
  );
  api.outcome(`A${MARKS}`, { state: 'acknowledged', after: 0 });
  api.outcome(`B${MARKS}`, { state: 'rejected_creation', after: 0 });
  await page.goto(`/carts/${cartId}/confirm`);
  await page.getByRole('button', { name: 'Passer la commande' }).click();
  await expect(outcome(page)).toBeVisible();
  await expect(outcome(page).getByRole('link', { name: 'Voir ce qui a été envoyé' })).toBeVisible();
  await expectNoRawMarks(page, 'the outcome');
  await outcome(page).getByRole('link', { name: 'Voir ce qui a été envoyé' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('[U+202E]');
  await expectNoRawMarks(page, 'the receipt');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer le récapitulatif' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^commande-CDE-1-[\d-]+\.html$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('CDE[U+202E]');
  expect(text).not.toMatch(/[\u202E\u2066]/);
});

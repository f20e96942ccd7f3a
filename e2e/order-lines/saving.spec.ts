import type { Locator, Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { fact, field, keptTexts, row, saveLine, waitFor } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const save = 'Enregistrer';

/** As when a person comes back from another tab, until the page has read the line again as far as `read`. */
async function lookAgainUntil(page: Page, read: Promise<unknown>): Promise<void> {
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    await Promise.race([read, Promise.reject(new Error('The line is not read yet'))]);
  }).toPass();
}

/** The same until the page has the line. */
async function comeBackToTab(page: Page): Promise<void> {
  const reading = page.waitForResponse(/\/product_order_item\//);
  await lookAgainUntil(page, reading);
  await (await reading).finished();
}

/** What was typed and can be saved no more, as it is offered to be copied. */
async function expectTextToCopy(page: Page, text: string): Promise<Locator> {
  const notice = page.getByRole('status').filter({ hasText: "Votre saisie n'est pas dans cette ligne" });
  await expect(notice).toContainText(text);
  await expect(notice.getByRole('button', { name: 'Copier Note' })).toBeVisible();
  return notice;
}

test('a refused save focuses a summary of messages', async ({ page, api, expectComplaint }) => {
  expectComplaint(/422/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Porte ENNI').fill('AZ999999');
  await field(page, 'VLAN').fill('99999');
  api.faults.next(
    { operation: 'updateLine' },
    {
      answer: {
        status: 422,
        body: {
          detail: [
            { loc: ['body', 'enni'], msg: 'This ENNI is unknown.' },
            { loc: ['body', 'vlan_reference'], msg: 'Ensure this value is at most 4094.' },
            { loc: ['body', 'related_contact_information', 0, 'siret'], msg: 'This company has closed.' },
          ],
        },
      },
    },
  );
  await page.getByRole('button', { name: save, exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'Porte ENNI' });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText("La ligne n'a pas été enregistrée");
  await expect(summary).toContainText("L'API a refusé 3 valeurs");
  // Where the desk knows what is wrong, it says so in the person's language.
  await expect(summary).toContainText('VLAN Un nombre entier de 1 à 4094');
  await expect(summary).toContainText("l'API : « Ensure this value is at most 4094. »");
  await expect(field(page, 'VLAN')).toHaveAccessibleDescription('Un nombre entier de 1 à 4094');
  await expect(field(page, 'Porte ENNI')).toHaveAccessibleDescription(/This ENNI is unknown\./);
  await expect(field(page, 'Porte ENNI')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Porte ENNI')).toHaveValue('AZ999999');
  await expect(field(page, 'SIRET')).toHaveAccessibleDescription(/This company has closed\./);

  await summary.getByRole('button', { name: 'SIRET' }).click();
  await expect(field(page, 'SIRET')).toBeFocused();
  await field(page, 'VLAN').fill('42');
  await saveLine(page);
  await expect(field(page, 'Porte ENNI')).not.toHaveAttribute('aria-invalid', 'true');
});

test('a lost answer is proved by reading again', async ({ page, api, expectComplaint }) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  api.faults.next({ operation: 'updateLine' }, { cut: 'after' });
  await saveLine(page);
  expect(api.ledger.of('updateLine')).toHaveLength(1);
});

test('a lost save keeps the typed text', async ({ page, api, expectComplaint }) => {
  expectComplaint(/500/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.clock.install();
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  api.faults.next({ operation: 'updateLine' }, { answer: { status: 500, body: '<h1>Server Error</h1>' } });
  await page.getByRole('button', { name: save, exact: true }).click();
  // The request may still be carried out for a while.
  // What has happened stands above the form, and the focus goes there.
  await waitFor(page, page.locator(':focus').getByRole('alert'));
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({ note: 'Sonner deux fois' });
});

test('a save refused as busy is not repeated', async ({ page, api, expectComplaint }) => {
  expectComplaint(/429/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.clock.install();
  await page.goto(`/lines/${lineId}`);
  api.faults.next(
    { operation: 'updateLine' },
    { answer: { status: 429, body: {}, headers: { 'retry-after': '9' } } },
  );
  await field(page, 'Note').fill('Half a sentence');
  await page.keyboard.press('ControlOrMeta+s');
  const alert = page.getByRole('alert').filter({ hasText: "L'API est surchargée." });
  await expect(alert).toContainText('Vous pourrez réessayer dans 9 s');
  await page.clock.runFor(30_000);
  await expect(alert.getByRole('status')).toHaveText('Vous pouvez réessayer.');
  await expect(field(page, 'Note')).toHaveValue('Half a sentence');
  expect(api.ledger.of('updateLine')).toHaveLength(1);
});

test("a colleague's change of another field is merged", async ({ page, api, expectComplaint }) => {
  expectComplaint(/412/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  api.store.changeLine(lineId, { values: { delivery_mode: 'STANDARD' } });
  await saveLine(page);
  await expect(page.getByRole('status').filter({ hasText: 'Modifié entre-temps' })).toContainText(
    'Mode de livraison',
  );
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'La mienne' }]);
  await expect(field(page, 'Mode de livraison')).toHaveValue('STANDARD');
  expect(api.store.line(lineId).content.values).toMatchObject({
    note: 'La mienne',
    delivery_mode: 'STANDARD',
  });
});

test('a save asks once and reads back once', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes(lineId)) asked.push(request.method());
  });
  await saveLine(page);
  expect(asked).toEqual(['PATCH', 'GET']);
});

test('a save of a vanished line says so', async ({ page, api, expectComplaint }) => {
  expectComplaint(/404/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  api.store.removeLine(lineId);
  await page.getByRole('button', { name: save, exact: true }).click();
  const alert = page.getByRole('alert').filter({ hasText: "La ligne n'a pas été enregistrée" });
  await expect(alert).toContainText("n'existe plus");
  await expect(field(page, 'Note')).toHaveValue('La mienne');
  expect(api.ledger.of('updateLine')).toEqual([]);
});

test('a reading that comes late never undoes a save', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  const late = api.faults.next({ operation: 'readLine' }, { hold: 'after' });
  const reading = page.waitForRequest(/product_order_item/);
  await lookAgainUntil(page, late.met);
  await saveLine(page);
  late.release();
  await (await (await reading).response())?.finished();
  await field(page, 'VLAN').fill('42');
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  await saveLine(page);
  await expect(field(page, 'Note')).toHaveValue('La mienne');
  await expect(page.getByText('Modifié entre-temps')).toBeHidden();
});

test('changes of the same fields are decided one by one', async ({ page, api, expectComplaint }) => {
  expectComplaint(/412/);
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant tout', enni: 'AZ000001' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  await field(page, 'Porte ENNI').fill('AZ000002');
  await field(page, 'VLAN').fill('1300');
  api.store.changeLine(lineId, { values: { note: 'La leur', enni: 'AZ000003' } });
  await page.getByRole('button', { name: save, exact: true }).click();

  const asked = page.getByRole('alert').filter({ hasText: 'les mêmes champs' });
  await expect(asked).toBeFocused();
  await expect(row(page, 'La mienne').getByRole('cell')).toHaveText(['Avant tout', 'La leur', 'La mienne']);
  await expect(row(page, 'AZ000002').getByRole('cell')).toHaveText(['AZ000001', 'AZ000003', 'AZ000002']);
  await expect(asked.getByRole('radio', { checked: true })).toHaveCount(0);
  // Typing goes on beside the question, and it is about what stands in the field.
  await field(page, 'Note').fill('La mienne, allongée');
  await expect(row(page, 'La mienne, allongée').getByRole('cell').last()).toHaveText('La mienne, allongée');
  await field(page, 'Note').fill('La mienne');
  const saveDecided = asked.getByRole('button', { name: 'Enregistrer avec ces choix' });
  await asked.getByRole('radio', { name: 'Note, La vôtre : La mienne' }).check();
  await expect(asked.getByRole('status')).toHaveText('1 champ à décider');
  await expect(saveDecided).toBeDisabled();
  expect(api.ledger.of('updateLine')).toEqual([]);

  await asked.getByRole('radio', { name: 'Porte ENNI, La leur : AZ000003' }).check();
  await saveDecided.click();
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await expect(asked).toBeHidden();
  await expect(field(page, 'Note')).toHaveValue('La mienne');
  await expect(field(page, 'Porte ENNI')).toHaveValue('AZ000003');
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { note: 'La mienne', vlan_reference: 1300 },
  ]);
});

test('a new change during the decision is shown again', async ({ page, api, expectComplaint }) => {
  expectComplaint(/412/);
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant tout' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  api.store.changeLine(lineId, { values: { note: 'La leur' } });
  await page.getByRole('button', { name: save, exact: true }).click();
  await page.getByRole('radio', { name: 'Note, La vôtre : La mienne' }).check();
  api.store.changeLine(lineId, { values: { note: 'Encore la leur' } });
  const saveDecided = page.getByRole('button', { name: 'Enregistrer avec ces choix' });
  await saveDecided.click();
  await expect(row(page, 'La mienne').getByRole('cell')).toHaveText([
    'La leur',
    'Encore la leur',
    'La mienne',
  ]);
  await expect(saveDecided).toBeDisabled();
  expect(api.ledger.of('updateLine')).toEqual([]);
  await page.getByRole('radio', { name: 'Note, La leur : Encore la leur' }).check();
  await saveDecided.click();
  await expect(field(page, 'Note')).toHaveValue('Encore la leur');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  expect(api.ledger.of('updateLine')).toEqual([]);
});

test('two saves in a row ask nothing', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant' })] }));
  await page.goto(`/lines/${lineId}`);
  for (const text of ['Une', 'Deux', 'Trois']) {
    await field(page, 'Note').fill(text);
    await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
    await saveLine(page);
  }
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { note: 'Une' },
    { note: 'Deux' },
    { note: 'Trois' },
  ]);
});

test('a save of a confirmed line keeps its text', async ({ page, api, expectComplaint }) => {
  expectComplaint(/412/);
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Trop tard');
  await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }));
  await page.getByRole('button', { name: save, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Cette ligne a été confirmée entre-temps');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect(api.ledger.of('updateLine')).toEqual([]);
  await expectTextToCopy(page, 'Trop tard');
});

test('a confirmation noticed while typing keeps the text', async ({ page, api }) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Trop tard');
  await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }));
  await comeBackToTab(page);
  const text = await expectTextToCopy(page, 'Trop tard');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await keptTexts(page, (count) => count === 1);
  await expect(page.getByText('Trop tard')).toHaveCount(1);
  await text.getByRole('button', { name: 'Abandonner cette saisie' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abandonner', exact: true }).click();
  await expect(text).toBeHidden();
  await keptTexts(page, (count) => count === 0);
  await page.reload();
  await expect(fact(page, 'Client final')).toBeVisible();
  await expect(page.getByText('Trop tard')).toHaveCount(0);
});

test('returning to the tab never changes edited fields', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant', enni: 'AZ000001' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  api.store.changeLine(lineId, { values: { note: 'La leur', enni: 'AZ000002' } });
  await comeBackToTab(page);
  expect(await field(page, 'Note').inputValue()).toBe('La mienne');
  await field(page, 'Note').fill('La mienne encore');
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('La mienne encore');
});

test("Ctrl+S is in the help and never the browser's", async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note')).toBeVisible();
  await page.evaluate(() =>
    addEventListener('keydown', (event) => {
      if (event.key === 's') document.title = event.defaultPrevented ? 'ours' : 'the browser';
    }),
  );
  await page.keyboard.press('Control+s');
  expect(await page.title()).toBe('ours');
  await page.getByRole('button', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('dialog')).toContainText('Dans une ligne');
  await page.evaluate(() => {
    document.title = '';
  });
  await page.keyboard.press('Control+s');
  expect(await page.title()).toBe('ours');
  expect(api.ledger.of('updateLine')).toEqual([]);
});

import { expect, test } from '~e2e/fixtures';
import { field, row, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';

const save = 'Enregistrer';

test('a refused save moves the focus to a summary, and each message stands at its field', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/422/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Porte ENNI').fill('AZ999999');
  api.faults.next(
    { operation: 'updateLine' },
    {
      answer: {
        status: 422,
        body: {
          detail: [
            { loc: ['body', 'enni'], msg: 'This ENNI is unknown.' },
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
  await expect(field(page, 'Porte ENNI')).toHaveAccessibleDescription(/This ENNI is unknown\./);
  await expect(field(page, 'Porte ENNI')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Porte ENNI')).toHaveValue('AZ999999');
  await expect(field(page, 'SIRET')).toHaveAccessibleDescription(/This company has closed\./);

  await summary.getByRole('button', { name: 'SIRET' }).click();
  await expect(field(page, 'SIRET')).toBeFocused();
  await saveLine(page);
  await expect(field(page, 'Porte ENNI')).not.toHaveAttribute('aria-invalid', 'true');
});

test('a save whose answer is lost is proved by reading the line again', async ({
  page,
  api,
  expectComplaint,
}) => {
  expectComplaint(/ERR_CONNECTION_RESET/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  api.faults.next({ operation: 'updateLine' }, { cut: 'after' });
  await saveLine(page);
  expect(api.ledger.of('updateLine')).toHaveLength(1);
});

test('a save that the API has lost keeps what was typed', async ({ page, api, expectComplaint }) => {
  expectComplaint(/500/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  api.faults.next({ operation: 'updateLine' }, { answer: { status: 500, body: '<h1>Server Error</h1>' } });
  await page.getByRole('button', { name: save, exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({ note: 'Sonner deux fois' });
});

test("a colleague's change of another field is kept beside mine", async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  api.store.changeLine(lineId, { values: { delivery_mode: 'STANDARD' } });
  await saveLine(page);
  await expect(page.getByText("Quelqu'un d'autre avait modifié un autre champ entre-temps")).toBeVisible();
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'La mienne' }]);
  await expect(field(page, 'Mode de livraison')).toHaveValue('STANDARD');
});

for (const { choice, sent, shown } of [
  { choice: 'Enregistrer les miennes', sent: [{ note: 'La mienne' }], shown: 'La mienne' },
  { choice: 'Garder les leurs', sent: [], shown: 'La leur' },
]) {
  test(`a colleague's change of the same field asks first: ${choice}`, async ({ page, api }) => {
    const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant tout' })] }));
    await page.goto(`/lines/${lineId}`);
    await field(page, 'Note').fill('La mienne');
    api.store.changeLine(lineId, { values: { note: 'La leur' } });
    await page.getByRole('button', { name: save, exact: true }).click();
    const conflict = row(page, 'La mienne');
    await expect(conflict.getByRole('cell')).toHaveText(['Avant tout', 'La leur', 'La mienne']);
    expect(api.ledger.of('updateLine')).toEqual([]);
    await page.getByRole('button', { name: choice }).click();
    await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    await expect(field(page, 'Note')).toHaveValue(shown);
    expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual(sent);
  });
}

test('a line that was confirmed meanwhile turns read-only and keeps what was typed', async ({
  page,
  api,
}) => {
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Trop tard');
  await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }));
  await page.getByRole('button', { name: save, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Cette ligne a été confirmée entre-temps');
  await expect(field(page, 'Note')).toHaveValue('Trop tard');
  await expect(field(page, 'Note')).not.toBeEditable();
  expect(api.ledger.of('updateLine')).toEqual([]);
});

test('an answer that comes back later never replaces what is being typed', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant' })] }));
  await page.goto(`/lines/${lineId}`);
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'after' });
  await field(page, 'Note').fill('Une');
  await page.getByRole('button', { name: save, exact: true }).click();
  await write.met;
  await field(page, 'Note').fill('Une et deux');
  write.release();
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('Une et deux');
});

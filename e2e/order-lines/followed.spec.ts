import { expect, test } from '~e2e/fixtures';
import { field } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/given';

test('a confirmed line is followed, not edited: every field is shut and nothing can be saved', async ({
  page,
  api,
}) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ state: 'acknowledged', note: 'Sonner' })] }));
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByText('Cette ligne a été confirmée.')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('Sonner');
  for (const input of await page.getByRole('main').getByRole('textbox').all()) {
    await expect(input).not.toBeEditable();
  }
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toHaveCount(0);
});

test('the history of a rejected line tells every state, when it came and why', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({
      lines: [
        aLine({
          state: 'rejected_creation',
          termination_error: [{ code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' }],
        }),
      ],
    }),
  );
  api.store.changeLine(lineId, {
    status: {
      state_change: [
        { state: 'created', change_date: Date.UTC(2026, 2, 2, 9, 0), change_reason: '' },
        { state: 'in_progress', change_date: Date.UTC(2026, 2, 2, 11, 5), change_reason: '' },
        { state: 'rejected_creation', change_date: Date.UTC(2026, 2, 2, 11, 5, 30), change_reason: 'ENNI' },
        { state: 'technical_error', change_date: Date.UTC(2026, 2, 2, 11, 5), change_reason: 'Out of order' },
        { state: 'in_progress', change_date: Date.UTC(2026, 2, 2, 11, 5), change_reason: 'Twice' },
      ],
    },
  });
  await page.goto(`/lines/${lineId}`);
  const region = page.getByRole('region', { name: 'Historique' });
  const way = region.getByRole('list', { name: "Cycle de vie d'une ligne de commande" });
  await expect(way.locator('[aria-current=step]')).toHaveText(/Rejetée.*état actuel/);
  await expect(way).toContainText(/Brouillon\s*passé\s*En cours\s*passé/);
  const history = region.getByRole('list').last().getByRole('listitem');
  await expect(history).toHaveCount(5);
  await expect(history.nth(0)).toContainText(/Brouillon.*2 mars 2026, 10:00/);
  await expect(history.nth(1)).toContainText(/En cours.*2 mars 2026, 12:05.*après 2\sh 5\smin.*Sans motif/);
  await expect(history.nth(2)).toContainText(/Rejetée.*après 30\ss.*ENNI/);
  await expect(history.nth(3)).toContainText(/technical_error.*30\ss avant l'entrée du dessus.*Out of order/);
  await expect(history.nth(4)).toContainText(/En cours.*au même moment.*Twice/);
  // Exact to the second by a tap, and by the keyboard from one to the next.
  await history.nth(0).getByText('2 mars 2026, 10:00').click();
  await expect(history.nth(0).getByText('10:00:00')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(history.nth(1).getByText('12:05:00')).toBeVisible();
  await expect(history.nth(0).getByText('10:00:00')).toBeHidden();

  await page.getByRole('main').getByRole('button', { name: 'Porte ENNI', exact: true }).click();
  await expect(field(page, 'Porte ENNI')).toBeFocused();
  await expect(field(page, 'Porte ENNI')).toHaveAccessibleDescription(/UNKNOWN_ENNI/);
});

test('a cancelled line reads cancelled whatever its state says', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({ lines: [aLine({ state: 'acknowledged', cancelled: 'À la demande du client' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByText('Cette ligne a été annulée.')).toBeVisible();
  await expect(page.getByText('À la demande du client').first()).toBeVisible();
  await expect(page.getByText('Annulée', { exact: true }).first()).toBeVisible();
});

test('an order of another page of the API that calls itself created is no draft', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  api.store.changeLine(lineId, { status: { order_date: Date.UTC(2026, 2, 2) } });
  await page.goto(`/lines/${lineId}`);
  await expect(field(page, 'Note')).not.toBeEditable();
});

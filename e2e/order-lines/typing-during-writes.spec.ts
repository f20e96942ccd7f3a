import { field, fillLine, keptTexts, saveLine } from '~e2e/steps';
import { expect, test } from '~e2e/fixtures';
import { aCart, aLine } from '~/mock-api/store/given';

/* Whoever types on while something else happens loses no key. */

/** What every line needs to be saved. */
const NEEDED = [
  { label: 'Offre', value: '2173' },
  { label: "Élément d'éligibilité", value: 'ELIG-1' },
] as const;

/** Whether an element can be seen to its foot, and no bar lies over it. */
function isClear(element: Element): boolean {
  const { left, bottom } = element.getBoundingClientRect();
  return document.elementFromPoint(left + 5, bottom - 3) === element;
}

test('text typed during Ctrl+S stays unsaved', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: '' })] }));
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByRole('region', { name: 'Historique' })).toBeVisible();
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
  await field(page, 'Note').focus();
  await page.keyboard.type('Sonner');
  await page.keyboard.press('Control+s');
  await write.met;
  await page.keyboard.type(' deux fois');
  write.release();
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await expect(field(page, 'Note')).toBeFocused();
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'Sonner' }]);
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  expect(api.ledger.last('updateLine').body).toEqual({ note: 'Sonner deux fois' });
});

test('text typed during creation stays unsaved', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}`);
  await page.getByRole('link', { name: 'Ajouter une ligne' }).first().click();
  await expect(field(page, 'Client final')).toBeFocused();
  await fillLine(page, NEEDED);
  await field(page, 'Note').focus();
  await page.keyboard.type('Sonner');
  const creation = api.faults.next({ operation: 'createLine' }, { hold: 'before' });
  await page.keyboard.press('Control+s');
  await creation.met;
  await page.keyboard.type(' deux');
  creation.release();
  await page.keyboard.type(' fois, puis attendre', { delay: 20 });
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeVisible();
  await page.keyboard.type('.');
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois, puis attendre.');
  await expect(field(page, 'Note')).toBeFocused();
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  expect(api.ledger.of('updateLine')).toEqual([]);
  await keptTexts(page, (count) => count === 1);
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { note: 'Sonner deux fois, puis attendre.' },
  ]);
  await keptTexts(page, (count) => count === 0);
});

test('after creation the cursor stays in place', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillLine(page, NEEDED);
  await field(page, 'Note').fill('Sonner fois');
  for (let presses = 0; presses < ' fois'.length; presses += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeVisible();
  await expect(field(page, 'Note')).toBeFocused();
  expect(await field(page, 'Note').evaluate(isClear), 'nothing covers the field').toBe(true);
  await page.keyboard.type(' deux');
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await saveLine(page);
  expect(api.ledger.last('updateLine').body).toEqual({ note: 'Sonner deux fois' });
});

test('typing during a refused save loses no key', async ({ page, api, expectComplaint }) => {
  expectComplaint(/400/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  api.faults.next({ operation: 'updateLine' }, { answer: { status: 400, body: { note: ['Too long.'] } } });
  await field(page, 'Note').fill('Sonner');
  await page.keyboard.press('Control+s');
  const summary = page.getByRole('alert').filter({ hasText: "L'API a refusé 1 valeur" });
  await expect(summary).toBeFocused();
  // Elsewhere these keys lead to the list.
  await page.keyboard.type('g l');
  await expect(field(page, 'Note')).toHaveValue('Sonnerg l');
  await expect(field(page, 'Note')).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(field(page, 'Note')).toHaveValue('Sonnerg ');
  await expect(page).toHaveURL(`/lines/${lineId}`);
  // What was said is out of sight there; the bar leads to it.
  await page.getByRole('button', { name: "Voir ce qu'il en est" }).click();
  await expect(page.locator(':focus').getByRole('alert')).toContainText("L'API a refusé 1 valeur");
  await saveLine(page);
  await expect(page.getByRole('button', { name: "Voir ce qu'il en est" })).toBeHidden();
});

test('typing during a conflict or failure loses no key', async ({ page, api, expectComplaint }) => {
  expectComplaint(/403|412/);
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('La mienne');
  api.store.changeLine(lineId, { values: { note: 'La leur' } });
  await page.keyboard.press('Control+s');
  const asked = page.getByRole('alert').filter({ hasText: 'les mêmes champs' });
  await expect(asked).toBeFocused();
  await page.keyboard.type(' aussi');
  await expect(field(page, 'Note')).toHaveValue('La mienne aussi');
  await asked.getByRole('radio', { name: 'Note, La vôtre : La mienne aussi' }).check();
  await asked.getByRole('button', { name: 'Enregistrer avec ces choix' }).press('Enter');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  // The button went with the question; the keyboard goes on from where it was.
  await page.keyboard.press('Tab');
  await expect(field(page, 'Client final')).toBeFocused();

  api.faults.next({ operation: 'updateLine' }, { answer: { status: 403, body: {} } });
  await field(page, 'VLAN').fill('4');
  await page.keyboard.press('Control+s');
  await expect(page.locator(':focus').getByRole('alert')).toBeVisible();
  await page.keyboard.type('2');
  await expect(field(page, 'VLAN')).toHaveValue('42');
});

test('Ctrl+S during a save saves again after it', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'before' });
  await field(page, 'Note').fill('Sonner');
  await page.keyboard.press('Control+s');
  await write.met;
  await field(page, 'Note').fill('Sonner deux fois');
  await page.keyboard.press('Control+s');
  write.release();
  await expect
    .poll(() => api.ledger.of('updateLine').map(({ body }) => body))
    .toEqual([{ note: 'Sonner' }, { note: 'Sonner deux fois' }]);
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('a late answer never replaces typed text', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant' })] }));
  await page.goto(`/lines/${lineId}`);
  const write = api.faults.next({ operation: 'updateLine' }, { hold: 'after' });
  await field(page, 'Note').fill('Une');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await write.met;
  await field(page, 'Note').fill('Une et deux');
  write.release();
  await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('Une et deux');
});

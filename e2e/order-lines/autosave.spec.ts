import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { field, keptTexts, row, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/** The offer of text that was typed earlier and never saved. */
const offer = (page: Page) => page.getByRole('status').filter({ hasText: "n'a pas été enregistrée" });

/** Types, and waits until the text is on the disk: only then is the page allowed to go. */
const DAY = 24 * 60 * 60 * 1000;

async function typeAndLeave(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await expect(page.getByText(/^Modifications non enregistrées/)).toBeVisible();
  await keptTexts(page, (count) => count > 0);
}

test('unsaved text is offered and restored after a reload', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'VLAN').fill('0042');
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  await page.reload();
  await expect(offer(page)).toContainText(/Une saisie du \d+ \S+ \d{4}, \d\d:\d\d/);
  await expect(offer(page)).toContainText('VLAN');
  await expect(offer(page)).toContainText('Note');
  await expect(field(page, 'Note')).toHaveValue('');
  expect(api.ledger.of('updateLine')).toEqual([]);

  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(offer(page)).toBeHidden();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await expect(field(page, 'VLAN')).toHaveValue('0042');
  await expect(field(page, 'VLAN')).toBeFocused();
  await expect(page.getByText('Modifications non enregistrées dans 2 champs')).toBeVisible();
  await saveLine(page);
  await keptTexts(page, (count) => count === 0);
  await page.reload();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
  await expect(offer(page)).toBeHidden();
});

test('the last key before leaving is stored', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner deux foi');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.evaluate(() => {
    document.execCommand('insertText', false, 's');
    location.reload();
  });
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('a half-typed option is stored', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ option_ids: ['2210'] })] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Options', '702');
  await page.reload();
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(page.getByRole('button', { name: "Retirer l'option 702" })).toBeVisible();
  await expect(field(page, 'Options')).toBeFocused();

  // Ctrl+S saves it too, and typing goes on in it.
  await field(page, 'Options').pressSequentially('16');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await page.keyboard.type('15');
  await expect(field(page, 'Options')).toHaveValue('1615');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => api.ledger.of('updateLine').map(({ body }) => body))
    .toEqual([{ option_ids: ['2210', '702', '16'] }, { option_ids: ['2210', '702', '1615'] }]);
});

test('discarding text asks first and is final', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  await page.reload();
  await offer(page).getByRole('button', { name: 'Abandonner cette saisie' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abandonner', exact: true }).click();
  await expect(offer(page)).toBeHidden();
  await keptTexts(page, (count) => count === 0);
  await expect(field(page, 'Note')).toHaveValue('');
});

test('typing before deciding loses neither text', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'La première');
  await page.reload();
  await expect(offer(page)).toBeVisible();
  // Another field is no news to who types into it.
  await field(page, 'VLAN').fill('42');
  await keptTexts(page, (count) => count === 2);
  await expect(offer(page)).not.toContainText('a changé');
  await field(page, 'Note').fill('La seconde');
  await expect(offer(page)).toContainText('a changé, ici ou ailleurs : Note. Comparez avant de restaurer');
  await page.reload();

  // Both are still there, the newest first.
  await expect(offer(page)).toContainText('VLAN');
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('La seconde');
  await expect(row(page, 'La première').getByRole('cell')).toHaveText(['rien', 'La seconde', 'La première']);
  await offer(page).getByRole('radio', { name: 'Note, Saisie : La première' }).check();
  await offer(page).getByRole('button', { name: 'Restaurer avec ces choix' }).click();
  await expect(field(page, 'Note')).toHaveValue('La première');
  await expect(field(page, 'VLAN')).toHaveValue('42');
  await keptTexts(page, (count) => count === 1);
});

test('a changed line is compared before restoring', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'Avant', enni: 'AZ000001' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'VLAN').fill('42');
  await field(page, 'Note technique').fill('La même');
  await typeAndLeave(page, 'Note', 'La mienne');
  api.store.changeLine(lineId, { values: { note: 'La leur', technical_note: 'La même', enni: 'AZ000002' } });
  await page.reload();
  await expect(offer(page)).toContainText(/a changé, ici ou ailleurs\s: .*Note.*Porte ENNI/);
  await expect(row(page, 'La mienne').getByRole('cell')).toHaveText(['Avant', 'La leur', 'La mienne']);
  await expect(row(page, /^VLAN/).getByRole('cell')).toHaveText(['1257', '1257', '42']);
  await expect(row(page, 'La même').getByRole('cell').nth(1)).toHaveText('La même');
  await expect(offer(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await offer(page).getByRole('radio', { name: 'Note, Saisie : La mienne' }).check();
  await offer(page).getByRole('button', { name: 'Restaurer avec ces choix' }).click();
  await expect(field(page, 'Note')).toHaveValue('La mienne');
  await expect(field(page, 'Porte ENNI')).toHaveValue('AZ000002');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { note: 'La mienne', vlan_reference: 42 },
  ]);
});

test('text of a confirmed line can be copied', async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Trop tard');
  await api.fetch(new Request(`http://desk/api/v1/product_order/${cartId}/confirm/`, { method: 'PATCH' }));
  await page.reload();
  await expect(offer(page)).toContainText('Trop tard');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await offer(page).getByRole('button', { name: 'Copier Note' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Trop tard');
  await offer(page).getByRole('button', { name: 'Abandonner cette saisie' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Abandonner', exact: true }).click();
  await keptTexts(page, (count) => count === 0);
});

test('an unsaved new line is offered until created', async ({ page, api }) => {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await field(page, 'Offre').fill('2173');
  await typeAndLeave(page, "Élément d'éligibilité", 'ELIG-1');
  await page.reload();
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Offre')).toHaveValue('2173');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeVisible();
  await keptTexts(page, (count) => count === 0);
  await page.goto(`/carts/${cartId}/lines/new`);
  await expect(field(page, 'Offre')).toHaveValue('');
  await expect(offer(page)).toBeHidden();
});

test('leaving with discarded text stores nothing', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await page.getByRole('button', { name: 'Abandonner et quitter' }).click();
  await expect(page).toHaveURL(/\/carts$/);
  await keptTexts(page, (count) => count === 0);
});

test('text typed offline is there when online', async ({ page, api, context }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner');
  await context.setOffline(true);
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  await context.setOffline(false);
  await page.reload();
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('after seven days text is forgotten', async ({ page, api, gatewayClock }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  gatewayClock.advance(6.9 * DAY);
  await page.reload();
  await expect(offer(page)).toBeVisible();
  gatewayClock.advance(0.2 * DAY);
  await page.reload();
  await expect(field(page, 'Note')).toBeVisible();
  await keptTexts(page, (count) => count === 0);
  await expect(offer(page)).toBeHidden();
});

test('a clock that was a week ahead expires no text', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  await page.clock.setFixedTime(Date.now() + 8 * DAY);
  await page.reload();
  await expect(offer(page)).toBeVisible();
  await page.clock.setFixedTime(Date.now());
  await page.reload();
  await offer(page).getByRole('button', { name: 'Restaurer' }).click();
  await expect(field(page, 'Note')).toHaveValue('Sonner deux fois');
});

test('blocked storage is named on the page', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
  });
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner deux fois');
  await expect(page.getByRole('alert')).toContainText("n'est pas gardée sur cet ordinateur");
  await saveLine(page);
});

test('full storage is named until there is room', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
      if (this.name === 'edits' && document.title !== 'room') {
        throw new DOMException('Full', 'QuotaExceededError');
      }
      return put.apply(this, args);
    };
  });
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Sonner');
  await expect(page.getByRole('alert')).toContainText('son stockage est plein');
  await page.evaluate(() => {
    document.title = 'room';
  });
  await field(page, 'Note').fill('Sonner deux fois');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('text of another key is neither shown nor counted', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  await page.goto(`/lines/${lineId}`);
  await typeAndLeave(page, 'Note', 'Sonner deux fois');
  await page.goto('/carts');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('orderdesk');
        opening.addEventListener('success', () => {
          const clearing = opening.result.transaction('keys', 'readwrite').objectStore('keys').clear();
          clearing.addEventListener('success', () => resolve());
          clearing.addEventListener('error', reject);
        });
      }),
  );
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').fill('Une autre personne');
  await keptTexts(page, (count) => count === 2);
  await expect(offer(page)).toBeHidden();
});

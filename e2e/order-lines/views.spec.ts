import { expect, test } from '~e2e/fixtures';
import { row } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

const LINES = aCart({
  lines: [
    aLine({ end_customer_name: 'Boulangerie Petit', external_id: 'A-1' }),
    aLine({ end_customer_name: 'Garage Moreau', external_id: 'A-2', state: 'acknowledged' }),
  ],
});

test('a ready-made view is one choice away', async ({ page, api }) => {
  api.given(LINES);
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Vue : Sans filtre' }).click();
  await page.getByRole('button', { name: 'Brouillons', exact: true }).click();
  await expect(page).toHaveURL('/lines?state=created');
  await expect(page.getByRole('button', { name: 'Vue : Brouillons' })).toBeVisible();
  await expect(row(page, 'Garage Moreau')).toHaveCount(0);
});

test('a saved view restores filters, order and columns', async ({ page, api }) => {
  api.given(LINES);
  await page.goto('/lines?state=acknowledged&sort=end_customer_name');
  await page.getByRole('button', { name: 'Colonnes', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Afficher Votre référence' }).uncheck();
  await page.getByRole('radio', { name: 'Serrée' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Vue :/ }).click();
  await page.getByRole('textbox', { name: 'Nom de la vue' }).fill('Mes commandes');
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await expect(page.getByRole('button', { name: 'Vue : Mes commandes', exact: true })).toBeVisible();

  await page.getByRole('combobox', { name: 'État' }).selectOption('Tous les états');
  await expect(page.getByRole('button', { name: 'Vue : Mes commandes (modifiée)' })).toBeVisible();
  // The mark survives opening a line and coming back.
  await row(page, 'Garage Moreau').getByRole('link').first().click();
  await page.getByRole('link', { name: 'Vers la liste' }).click();
  await page.getByRole('button', { name: 'Vue : Mes commandes (modifiée)' }).click();
  await page.getByRole('textbox', { name: 'Nom de la vue' }).fill('Tout');
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();

  await page.getByRole('button', { name: 'Vue : Tout' }).click();
  await page.getByRole('button', { name: 'Mes commandes', exact: true }).click();
  await expect(page).toHaveURL('/lines?state=acknowledged&sort=end_customer_name');
  await expect(page.getByRole('columnheader', { name: 'Votre référence' })).toHaveCount(0);

  // Kept on this browser.
  await page.reload();
  await page.getByRole('button', { name: /^Vue :/ }).click();
  await expect(page.getByRole('button', { name: 'Mes commandes', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Supprimer la vue Tout' }).click();
  await expect(page.getByRole('button', { name: 'Tout', exact: true })).toHaveCount(0);
});

test('a view can be the start of the day', async ({ page, api }) => {
  api.given(LINES);
  await page.goto('/lines');
  await page.getByRole('button', { name: /^Vue :/ }).click();
  await page.getByRole('button', { name: 'Commencer par Brouillons' }).click();
  await page.goto('/');
  await expect(page).toHaveURL('/lines?state=created');
  await expect(row(page, 'Boulangerie Petit')).toBeVisible();
});

test('the start of the day follows its view', async ({ page, api }) => {
  api.given(LINES);
  await page.goto('/lines?state=acknowledged');
  await page.getByRole('button', { name: /^Vue :/ }).click();
  const name = page.getByRole('textbox', { name: 'Nom de la vue' });
  // A name that is there already is refused in words.
  await name.fill('brouillons');
  await name.press('Enter');
  await expect(page.getByRole('alert')).toContainText("Une vue s'appelle déjà brouillons");
  await name.fill('Les miennes');
  await name.press('Enter');
  const views = page.getByRole('button', { name: /^Vue : Les miennes/ });
  await views.click();
  await page.getByRole('button', { name: 'Commencer par Les miennes' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'État' }).selectOption('Brouillon');
  await page.getByRole('button', { name: 'Colonnes', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Afficher Votre référence' }).uncheck();
  await page.keyboard.press('Escape');
  await views.click();
  await page.getByRole('button', { name: 'Enregistrer les changements dans Les miennes' }).click();
  await page.evaluate(() => localStorage.removeItem('orderdesk.lines.table'));
  await page.goto('/');
  await expect(page).toHaveURL('/lines?state=created');
  await expect(row(page, 'Boulangerie Petit')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Votre référence' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Vue : Les miennes' }).click();
  await page.getByRole('button', { name: 'Supprimer la vue Les miennes' }).click();
  const undo = page.getByRole('button', { name: 'Annuler la suppression' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(page.getByRole('button', { name: 'Les miennes', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Supprimer la vue Les miennes' }).click();
  await page.goto('/');
  await expect(page).toHaveURL('/lines');
});

for (const { what, kept } of [
  { what: 'nonsense', kept: '{"views":' },
  { what: 'another shape', kept: '{"views":{"a":1},"start":7}' },
  {
    what: 'unknown columns and filters',
    kept: '{"views":[{"id":"1","name":"Vieille","address":{"colour":"blue","page":"7"},"settings":{"columns":["gone"],"widths":{"gone":-4},"density":"huge"}}],"start":null}',
  },
]) {
  test(`stored views of ${what} never break the list`, async ({ page, api }) => {
    api.given(LINES);
    await page.addInitScript((text) => {
      localStorage.setItem('orderdesk.lines.views', text);
      localStorage.setItem('orderdesk.lines.table', text);
    }, kept);
    await page.goto('/lines');
    await expect(row(page, 'Garage Moreau')).toBeVisible();
    await page.getByRole('button', { name: /^Vue :/ }).click();
    if (what.startsWith('columns')) {
      await page.getByRole('button', { name: 'Vieille', exact: true }).click();
      await expect(row(page, 'Garage Moreau')).toBeVisible();
      await expect(page.getByRole('list', { name: 'Filtres actifs' })).toContainText('blue');
    } else {
      await expect(page.getByRole('status').filter({ hasText: /vue/ })).toBeVisible();
    }
  });
}

test('columns are arranged by keyboard and stay so', async ({ page, api }) => {
  api.given(LINES);
  await page.goto('/lines');
  await page.getByRole('button', { name: 'Colonnes', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Afficher Identifiant' }).check();
  await page.getByRole('button', { name: 'Monter Client final' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader').first()).toHaveAccessibleName(/Client final/);
  await expect(page.getByRole('columnheader', { name: 'Identifiant' })).toBeVisible();
  const edge = page.getByRole('separator', { name: 'Largeur de Client final' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.reload();
  await expect(page.getByRole('columnheader').first()).toHaveAccessibleName(/Client final/);
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16));
});

test('a view that storage refuses says so', async ({ page, api }) => {
  api.given(LINES);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
  });
  await page.goto('/lines?state=acknowledged&sort=end_customer_name');
  await page.getByRole('button', { name: /^Vue :/ }).click();
  await page.getByRole('textbox', { name: 'Nom de la vue' }).fill('Mes commandes');
  await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
  await page.getByRole('button', { name: 'Vue : Mes commandes' }).click();
  await expect(page.getByText('ne durent que tant que cette page est ouverte')).toBeVisible();
});

import { TYPED_LINE } from '~e2e/document-line';
import { expect, test } from '~e2e/fixtures';
import { field, outcome, tabTo } from '~e2e/steps';

/** What a line needs to be confirmed. */
const NEEDED = [
  'Client final',
  'Offre',
  "Élément d'éligibilité",
  'Porte ENNI',
  'Société sur site',
  'Numéro',
  'Voie',
  'Code postal',
  'Code INSEE',
  'Commune',
  'Prénom',
  'Nom',
  'E-mail',
  'Téléphone',
];

test('three lines are ordered by keyboard alone', async ({ page, api }) => {
  test.slow();
  const press = async (name: string, role: 'button' | 'link' = 'button') => {
    await tabTo(page, page.getByRole(role, { name, exact: true }).first());
    await page.keyboard.press('Enter');
  };
  await page.goto('/lines');
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Paniers' })).toBeVisible();
  await press('Nouveau panier');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, page.getByRole('dialog').getByLabel('Votre référence'));
  await page.keyboard.type('CDE-3');
  await page.keyboard.press('Enter');

  for (const customer of ['Garage Moreau', 'Mairie de Plouha', 'Boulangerie Petit']) {
    await expect(page.getByRole('heading', { name: 'Panier CDE-3' })).toBeVisible();
    await press('Ajouter une ligne', 'link');
    await expect(page.getByRole('heading', { name: /^Nouvelle ligne/ })).toBeVisible();
    for (const { label, value, group } of TYPED_LINE.filter((entry) => NEEDED.includes(entry.label))) {
      await tabTo(page, field(page, label, group));
      await page.keyboard.type(label === 'Client final' ? customer : value);
    }
    await page.keyboard.press('Enter');
    // Before it is created, the page of the new line says the same.
    await expect(page.getByRole('button', { name: 'Supprimer la ligne' })).toBeVisible();
    await expect(page.getByText('Prête à confirmer')).toBeVisible();
    await press('Vers le panier', 'link');
  }

  await expect(page.getByText('3 lignes prêtes à confirmer sur 3')).toBeVisible();
  await press('Confirmer le panier', 'link');
  await press('Passer la commande');
  await expect(outcome(page)).toContainText('0 sur 3 décidées');
  expect(api.ledger.of('createLine')).toHaveLength(3);
  expect(api.ledger.of('confirmCart')).toHaveLength(1);
});

import { writeFile } from 'node:fs/promises';
import { expect, test } from '~e2e/fixtures';
import { aCart, aLine } from '~/mock-api/store/given';
import { aSheet, button, cell, checkPasted, chooseFile, openImport, readRows, refusal } from './steps';

test('cells become values as people write them', async ({ page, api }) => {
  await openImport(page, api);
  const headers = ['Offre', "Élément d'éligibilité", 'Client final', 'SIRET connu', 'Options', 'Note'];
  const rows = [
    ['oui', '"2210; 7021"', '"Côté cour\ninterphone ""B"""'],
    ['non', '"2210,7021"', '=1+1'],
    ['x', '"2210\n7021"', 'מאפייה של כהן'],
    ['1', '2210', '<b>gras</b>'],
    ['vrai', '', '+33'],
    ['TRUE', '', ''],
    ['peut-être', '', ''],
  ];
  const lines = rows.map((texts, index) =>
    ['FTTH-PRO', `E-${index}`, 'Boulangerie\u00A0A\u200B', ...texts].join(';'),
  );
  // CR alone ends the rows, as on an old Macintosh.
  await chooseFile(page, 'sites.csv', [headers.join(';'), ...lines].join('\r'));
  await expect(readRows(page)).toHaveText('sites.csv : 7 lignes');
  await button(page, 'Vérifier les lignes').click();
  await expect(button(page, 'Ne peuvent pas être créées (1)')).toBeVisible();
  const marks = page.getByRole('group', { name: 'À propos de colonnes entières' });
  await expect(marks).toContainText('Client final : 7 cellules ont des caractères qui ne se voient pas.');
  await marks.getByRole('button', { name: 'Les enlever' }).click();
  const answer = await cell(page, 8, 'SIRET connu');
  await answer.click();
  await expect(answer).toHaveAccessibleDescription(/Ni oui ni non/);
  // Option 7021 needs the CPE's numbers.
  await expect(await cell(page, 4, 'Options')).toHaveText('2210; 7021');
  const serial = await cell(page, 4, 'Numéro de série du CPE');
  await expect(serial).toHaveAttribute('aria-invalid', 'true');
  await button(page, 'Créer les lignes').click();
  await expect(page.getByText('6 lignes créées dans le panier.')).toBeVisible();
  const values = api.store.lines().map(({ content }) => content.values);
  expect(values.map(({ siret_known }) => siret_known)).toEqual([true, false, true, true, true, true]);
  expect(values.map(({ option_ids }) => option_ids)).toEqual([
    ['2210', '7021'],
    ['2210', '7021'],
    ['2210', '7021'],
    ['2210'],
    [],
    [],
  ]);
  expect(values.map(({ note }) => note)).toEqual([
    'Côté cour\ninterphone "B"',
    '=1+1',
    'מאפייה של כהן',
    '<b>gras</b>',
    '+33',
    '',
  ]);
  expect(new Set(values.map(({ end_customer_name }) => end_customer_name))).toEqual(
    new Set(['Boulangerie A']),
  );
});

test('headers are found among blank, repeated and empty ones', async ({ page, api }) => {
  await openImport(page, api);
  const rows = [
    ['', '', '', '', '', ''],
    ['', 'Installation', '', 'Site', '', ''],
    ['', 'Offre', "Élément d'éligibilité", 'Note', 'Note', ''],
    ['', 'FTTH-PRO', 'E-1', 'a', 'b', 'c'],
  ];
  await page.getByLabel('Coller des lignes').fill(`${rows.map((cells) => cells.join('\t')).join('\n')}\n`);
  await expect(readRows(page)).toHaveText('Lignes collées : 1 ligne');
  await expect(page.getByLabel("Ligne d'en-têtes")).toContainText('Ligne 3 : Offre');
  await expect(page.getByLabel('Champ de Note', { exact: true })).toHaveValue('note');
  await expect(page.getByLabel('Champ de Note (2)')).toHaveValue('');
  await expect(page.getByLabel('Champ de Colonne 6')).toHaveValue('');
  await expect(page.getByText('Non importées : Note (2) et Colonne 6.')).toBeVisible();
  await button(page, 'Vérifier les lignes').click();
  await expect(page.getByRole('rowheader')).toHaveText(['4']);
});

test('an apostrophe of our own export goes', async ({ page, api }) => {
  await openImport(page, api);
  const text = "Offre;Élément d'éligibilité;SIRET;Code postal\r\nFTTH-PRO;ELIG-A;'05580113000016;'01000";
  await chooseFile(page, 'lignes.csv', `\uFEFF${text}`);
  await button(page, 'Vérifier les lignes').click();
  await expect(await cell(page, 2, 'SIRET')).toHaveText('05580113000016');
  await expect(await cell(page, 2, 'Code postal')).toHaveText('01000');
});

test('a file that changed since it was chosen says so', async ({ page, api }) => {
  await openImport(page, api);
  const path = test.info().outputPath('sites.csv');
  await writeFile(path, aSheet(2, {}, ';'));
  const input = page.getByLabel('Choisir un fichier');
  // The choice reaches the page after the change.
  await input.evaluate((element) =>
    element.addEventListener('change', (event) => event.stopPropagation(), { once: true }),
  );
  await input.setInputFiles(path);
  await writeFile(path, aSheet(3, {}, ';'));
  await input.dispatchEvent('change');
  await expect(refusal(page)).toContainText('a été modifié, déplacé ou supprimé depuis');
  await expect(refusal(page)).toContainText('Choisissez-le de nouveau.');
  await input.setInputFiles(path);
  await expect(readRows(page)).toHaveText('sites.csv : 3 lignes');
});

test('a row equal to a known draft is told', async ({ page, api }) => {
  const other = api.given(aCart({ external_id: 'CDE-2', lines: [aLine()] }));
  api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${other.cartId}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('CDE-2');
  await page.getByRole('link', { name: 'Paniers', exact: true }).click();
  await page.getByRole('link', { name: 'CDE-1' }).click();
  await page.getByRole('link', { name: 'Importer des lignes' }).click();
  const { product_offering_id, product_offering_qualification_item_id } = aLine();
  await checkPasted(
    page,
    `Offre\tÉlément d'éligibilité\n${product_offering_id}\t${product_offering_qualification_item_id}`,
  );
  await expect(
    page.getByText("1 ligne est égale à un brouillon d'un autre panier, parmi ce qui a été lu ici."),
  ).toBeVisible();
  await button(page, 'Les écarter').click();
  await expect(page.getByText("Il n'y a aucune ligne à créer.")).toBeVisible();
});

import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { aSheet, button, cell, checkPasted, openImport } from './steps';

const POSTCODE = 'Code postal';

const stateOf = (page: Page, row: number) => cell(page, row, 'État');
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** Puts the cursor on a cell. */
async function goTo(page: Page, row: number, header: string): Promise<void> {
  await (await cell(page, row, header)).click();
}

test('the next problem is mended in place', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(3, { 2: { Offre: '' } }));
  await button(page, 'Ne peuvent pas être créées (1)').click();
  await expect(page.getByRole('rowheader')).toHaveText(['3']);
  await button(page, 'Problème suivant').click();
  await expect(await cell(page, 3, 'Offre')).toBeFocused();
  await expect(await cell(page, 3, 'Offre')).toHaveAccessibleDescription('Nécessaire pour enregistrer');
  await page.keyboard.type('FTTH-PRO');
  await page.keyboard.press('Enter');
  await expect(await stateOf(page, 3)).toHaveText('Prête');
  await expect(button(page, 'Ne peuvent pas être créées (0)')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(said(page, 'Il ne reste aucun problème dans les lignes affichées.')).toBeVisible();
  await button(page, 'Prêtes (3)').click();
  await expect(page.getByRole('rowheader')).toHaveCount(3);
});

test('F8 goes from problem to problem, both ways', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(60, { 2: { 'Porte ENNI': '' }, 55: { 'Code INSEE': '7645' } }));
  await goTo(page, 2, 'Client final');
  await page.keyboard.press('F8');
  await expect(await cell(page, 3, 'Porte ENNI')).toBeFocused();
  await page.keyboard.press('F8');
  await expect(await cell(page, 56, 'Code INSEE')).toBeFocused();
  await expect(await cell(page, 56, 'Code INSEE')).toBeInViewport();
  await page.keyboard.press('Shift+F8');
  await expect(await cell(page, 3, 'Porte ENNI')).toBeFocused();
});

test('an edit is undone and done again', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(2));
  await goTo(page, 2, 'Porte ENNI');
  await page.keyboard.press('Delete');
  await expect(await stateOf(page, 2)).toHaveText('Incomplète');
  await page.keyboard.press('Control+z');
  await expect(await cell(page, 2, 'Porte ENNI')).toHaveText('ENNI-PAR-1');
  await expect(await stateOf(page, 2)).toHaveText('Prête');
  await button(page, 'Rétablir').click();
  await expect(await cell(page, 2, 'Porte ENNI')).toHaveText('');
});

test('Escape gives up an edit', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(1));
  await goTo(page, 2, 'Votre référence');
  await page.keyboard.press('F2');
  await expect(page.getByLabel('Modifier Votre référence')).toHaveValue('REF-1');
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 2, 'Votre référence')).toHaveText('REF-1');
  await expect(await cell(page, 2, 'Votre référence')).toBeFocused();
  await expect(button(page, 'Annuler')).toBeDisabled();
});

test('a value is filled down', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(4, { 2: { 'Porte ENNI': '' }, 4: { 'Porte ENNI': '' } }));
  await goTo(page, 2, 'Porte ENNI');
  await page.keyboard.press('Control+d');
  await expect(said(page, '2 cellules remplies.')).toBeVisible();
  await expect(button(page, 'Prêtes (4)')).toBeVisible();
});

test('a text is replaced in a column', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(3));
  await goTo(page, 2, 'Votre référence');
  await button(page, 'Remplacer…').click();
  const dialog = page.getByRole('dialog', { name: 'Remplacer dans Votre référence' });
  await dialog.getByLabel('Chercher').fill('REF-');
  await dialog.getByLabel('Remplacer par').fill('CH-');
  await expect(dialog.getByRole('status')).toContainText('3 cellules changeront');
  await dialog.getByRole('button', { name: 'Remplacer' }).click();
  await expect(await cell(page, 4, 'Votre référence')).toHaveText('CH-3');
});

test('a block is copied and pasted', async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openImport(page, api);
  await checkPasted(page, aSheet(3));
  await goTo(page, 2, 'Client final');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+v');
  await expect(await cell(page, 3, 'Client final')).toHaveText('Boulangerie 1');
  await expect(await cell(page, 3, 'Votre référence')).toHaveText('REF-1');
  await expect(said(page, '2 cellules modifiées.')).toBeVisible();
});

const zeros = (page: Page, label: string) =>
  page
    .getByRole('group')
    .filter({ hasText: `${label} : le tableur a pris le zéro` })
    .last();

test('a column gets its zeros back', async ({ page, api }) => {
  await openImport(page, api);
  const lost = { [POSTCODE]: '6000', 'Code INSEE': '6088' };
  await checkPasted(page, aSheet(3, { 1: lost, 2: lost }));
  const question = zeros(page, POSTCODE);
  await expect(question).toContainText('zéro initial de 2 cellules. Ligne 2 : 6000 devient 06000.');
  await question.getByRole('button', { name: 'Ajouter les zéros' }).click();
  await expect(await cell(page, 3, POSTCODE)).toHaveText('06000');
  await button(page, 'Annuler').click();
  await expect(await cell(page, 3, POSTCODE)).toHaveText('6000');
});

test('numbers of all kinds get their zeros back', async ({ page, api }) => {
  await openImport(page, api);
  const lost = [
    ['SIRET', 'SIRET', '5420048600018', '05420048600018'],
    ['Contact sur site : Téléphone', 'Téléphone (Contact sur site)', '199001234', '0199001234'],
    ['Code INSEE', 'Code INSEE', '6088', '06088'],
  ] as const;
  const cut = Object.fromEntries(lost.map(([header, , before]) => [header, before]));
  await checkPasted(page, aSheet(2, { 1: cut, 2: cut }));
  for (const [, label, before, after] of lost) {
    await expect(zeros(page, label)).toContainText(`${before} devient ${after}.`);
    await zeros(page, label).getByRole('button', { name: 'Ajouter les zéros' }).click();
    await expect(await cell(page, 3, label)).toHaveText(after);
  }
});

test('a doubtful order of dates is asked once', async ({ page, api }) => {
  await openImport(page, api);
  const date = 'Date de livraison souhaitée';
  await checkPasted(page, aSheet(2, { 1: { [date]: '03/08/2027' }, 2: { [date]: '04/09/2027' } }));
  await expect(page.getByText(`${date} : quel jour est 03/08/2027, à la ligne 2 ?`)).toBeVisible();
  await expect(button(page, "8 mars 2027 (mois d'abord)")).toBeVisible();
  await button(page, "3 août 2027 (jour d'abord)").click();
  await expect(await cell(page, 3, date)).toHaveText('2027-09-04');
  await button(page, 'Changer la réponse').click();
  await expect(button(page, "3 août 2027 (jour d'abord)")).toBeVisible();
});

test('equal rows of a file are told', async ({ page, api }) => {
  await openImport(page, api);
  const [headers, row] = aSheet(1).split('\n');
  await checkPasted(page, [headers, row, row].join('\n'));
  await expect(page.getByText('1 ligne est plusieurs fois dans ce fichier.')).toBeVisible();
  await goTo(page, 3, 'Client final');
  await expect(await cell(page, 3, 'Client final')).toHaveAccessibleDescription(/Égale à la ligne 2/);
  await button(page, 'Écarter').click();
  await expect(await stateOf(page, 3)).toHaveText('Écartée');
  await expect(page.getByText('1 ligne sera créée dans CDE-1.')).toBeVisible();
  await button(page, 'Reprendre dans la liste').click();
  await expect(page.getByText('2 lignes seront créées dans CDE-1.')).toBeVisible();
});

test('a long text is cut and markup is text', async ({ page, api }) => {
  await openImport(page, api);
  const long = 'x'.repeat(100_000);
  await checkPasted(page, aSheet(2, { 1: { 'Client final': '<b>Gras</b>' }, 2: { 'Client final': long } }));
  await expect(await cell(page, 2, 'Client final')).toHaveText('<b>Gras</b>');
  await expect(await cell(page, 3, 'Client final')).toHaveText(`${'x'.repeat(200)}… (100000 caractères)`);
});

test('a cell that its column cuts is whole below', async ({ page, api }) => {
  await openImport(page, api);
  const long = 'Un client au nom bien plus long que sa colonne, qui se termine ici';
  await checkPasted(page, aSheet(2, { 2: { 'Client final': long } }));
  await goTo(page, 3, 'Client final');
  await expect(page.getByRole('region', { name: 'Vérification' })).toContainText(
    `Ligne 3, Client final${long}`,
  );
});

test('the grid follows the size of the text', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(2));
  const widthOf = async () => (await (await cell(page, 2, 'Client final')).boundingBox())?.width ?? 0;
  const before = await widthOf();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect.poll(widthOf).toBeCloseTo(before * 2, 0);
});

test('a large grid draws only what is in sight', async ({ page, api }) => {
  await openImport(page, api);
  await checkPasted(page, aSheet(500));
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '501');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', '47');
  await goTo(page, 2, 'Client final');
  expect(await page.getByRole('gridcell').count()).toBeLessThan(800);
  await page.keyboard.press('Control+End');
  await expect(page.getByRole('rowheader', { name: '501', exact: true })).toBeInViewport();
  await expect(page.getByRole('columnheader', { name: 'Note technique' })).toBeInViewport();
});

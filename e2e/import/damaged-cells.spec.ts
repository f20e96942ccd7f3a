import type { Page } from '@playwright/test';
import { expect, test } from '~e2e/fixtures';
import { button, cell, chooseFile, openImport } from './steps';
import { inlineSheet, xlsxOf } from './xlsx-file';

const REFERENCE = 'Votre référence';
const SIRET = 'SIRET';
const DAY = 'Date de livraison souhaitée';
const OPTIONS = 'Options';
const HEADERS = ['Offre', "Élément d'éligibilité", REFERENCE, SIRET, DAY, OPTIONS];

/** Goes to a cell and expects what is said of it. */
async function expectNote(page: Page, row: number, header: string, note: RegExp) {
  const found = await cell(page, row, header);
  await found.click();
  await expect(found).toHaveAccessibleDescription(note);
}

test('damaged cells of a workbook say what happened', async ({ page, api }) => {
  await openImport(page, api);
  const rows = Array.from({ length: 8 }, (_, index) => [
    'FTTH-PRO',
    `E-${index}`,
    `REF-${index}`,
    '',
    '',
    '',
  ]);
  const sheet = inlineSheet([HEADERS, ...rows], {
    cells: {
      C2: '<c s="1"><v>44775</v></c>',
      C3: '<c><f>A3</f></c>',
      C4: '<c t="e"><v>#N/A</v></c>',
      D5: '<c><v>7.3282932000074E+17</v></c>',
      E6: '<c><v>44775</v></c>',
      F7: '<c><v>2210.7021</v></c>',
      E8: '<c s="1"><v>44775</v></c>',
      C9: '<c/>',
    },
  });
  const xml = `${sheet}<mergeCells count="1"><mergeCell ref="C8:C9"/></mergeCells>`;
  await chooseFile(page, 'sites.xlsx', Buffer.from(xlsxOf(xml, { formats: [14], is1904: true })));
  await expect(page.getByText('1 plage de cellules est fusionnée.')).toBeVisible();
  await button(page, 'Vérifier les lignes').click();
  await expect(button(page, 'Ne peuvent pas être créées (6)')).toBeVisible();
  // Days are counted from 1904 here.
  await expect(await cell(page, 2, REFERENCE)).toHaveText('2026-08-03');
  await expectNote(page, 2, REFERENCE, /Le tableur en a fait une date/);
  await expectNote(page, 3, REFERENCE, /pas de valeur pour cette formule/);
  await expectNote(page, 4, REFERENCE, /Le tableur a une erreur ici/);
  await expectNote(page, 5, SIRET, /Le tableur a coupé ce nombre/);
  await expectNote(page, 6, DAY, /Un nombre de jours au lieu d'une date/);
  await expectNote(page, 7, OPTIONS, /Le tableur a fait un seul nombre de cette liste/);
  await expect(await cell(page, 8, DAY)).toHaveText('2026-08-03');
  await expect(await cell(page, 8, REFERENCE)).toHaveText('REF-6');
  await expect(await cell(page, 9, REFERENCE)).toHaveText('');
});

test('damaged texts of a CSV file say what happened', async ({ page, api }) => {
  await openImport(page, api);
  const rows = [
    ['MAR-12', '', ''],
    ['REF-2', '3,56E+13', ''],
    ['#N/A', '', ''],
    ['REF-4', '', '03/08/26'],
    ['REF-5', '', '31/08/2026'],
  ];
  const lines = rows.map((texts, index) => ['FTTH-PRO', `E-${index}`, ...texts, ''].join(';'));
  await chooseFile(page, 'sites.csv', [HEADERS.join(';'), ...lines].join('\r\n'));
  await button(page, 'Vérifier les lignes').click();
  await expect(button(page, 'Ne peuvent pas être créées (3)')).toBeVisible();
  await expect(await cell(page, 2, REFERENCE)).toHaveText('MAR-12');
  await expectNote(page, 2, REFERENCE, /Un tableur en a peut-être fait une date/);
  await expect(await cell(page, 3, SIRET)).toHaveText('3,56E+13');
  await expectNote(page, 3, SIRET, /Le tableur a coupé ce nombre/);
  await expectNote(page, 4, REFERENCE, /Le tableur a une erreur ici/);
  await expectNote(page, 5, DAY, /L'année a deux chiffres/);
  await expect(await cell(page, 6, DAY)).toHaveText('2026-08-31');
});

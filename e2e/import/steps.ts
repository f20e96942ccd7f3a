import { expect, type Locator, type Page } from '@playwright/test';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, type aLine } from '~/mock-api/store/given';

/** The columns of the sheets in these tests, with a value each that is complete and right. */
const COLUMNS = {
  'Client final': (row: number) => `Boulangerie ${row}`,
  'Votre référence': (row: number) => `REF-${row}`,
  Offre: () => 'FTTH-PRO',
  "Élément d'éligibilité": (row: number) => `ELIG-${row}`,
  'Porte ENNI': () => 'ENNI-PAR-1',
  'Société sur site': (row: number) => `Boulangerie ${row} SARL`,
  SIRET: () => '73282932000074',
  'Contact sur site : Prénom': () => 'Camille',
  'Contact sur site : Nom': (row: number) => `Durand ${row}`,
  'Contact sur site : E-mail': (row: number) => `camille.${row}@example.fr`,
  'Contact sur site : Téléphone': () => '0199001234',
  Numéro: (row: number) => String(row),
  Voie: () => 'rue de la Gare',
  'Code postal': () => '76130',
  Commune: () => 'Mont-Saint-Aignan',
  'Code INSEE': () => '76451',
} as const satisfies Record<string, (row: number) => string>;

type Header =
  | keyof typeof COLUMNS
  | 'Date de livraison souhaitée'
  | 'SIRET connu'
  | 'Options'
  | 'Ligne de devis';

/** A sheet as a spreadsheet copies it: its headers, and rows from 1 on. `changes` replaces values, by row and header. */
export function aSheet(
  count: number,
  changes: Readonly<Record<number, Partial<Record<Header, string>>>> = {},
  separator = '\t',
): string {
  const added = Object.values(changes).flatMap((values) => Object.keys(values));
  const headers = [...new Set([...Object.keys(COLUMNS), ...added])];
  const plain = new Map<string, (row: number) => string>(Object.entries(COLUMNS));
  const rows = Array.from({ length: count }, (_, index) => {
    const given = new Map(Object.entries(changes[index + 1] ?? {}));
    return headers.map((header) => given.get(header) ?? plain.get(header)?.(index + 1) ?? '');
  });
  return [headers, ...rows].map((cells) => cells.join(separator)).join('\n');
}

/** Opens the import page of a new draft cart; gives the cart's id. */
export async function openImport(
  page: Page,
  api: MockApi,
  lines: readonly ReturnType<typeof aLine>[] = [],
): Promise<string> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines }));
  await page.goto(`/carts/${cartId}/import`);
  return cartId;
}

/** Pastes rows and goes on to the check. */
export async function checkPasted(page: Page, sheet: string): Promise<void> {
  await page.getByLabel('Coller des lignes').fill(sheet);
  await page.getByRole('button', { name: 'Vérifier les lignes' }).click();
  await expect(page.getByRole('heading', { name: 'Vérification' })).toBeVisible();
}

/** Chooses a file of these bytes. */
export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.getByLabel('Choisir un fichier').setInputFiles({ name, mimeType: '', buffer });
}

/** A cell of the grid, by its row's number in the file and the header of its column, which is scrolled into sight. */
export async function cell(page: Page, row: number, header: string): Promise<Locator> {
  const grid = page.getByRole('grid');
  const heading = grid.getByRole('columnheader', { name: header, exact: true });
  await expect(async () => {
    if ((await heading.count()) === 0) await grid.evaluate((element) => element.scrollBy(400, 0));
    await expect(heading).toHaveCount(1, { timeout: 300 });
  }).toPass({ intervals: [50] });
  const column = await heading.getAttribute('aria-colindex');
  return grid
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: String(row), exact: true }) })
    .locator(`[aria-colindex="${column}"]`);
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The line that says how many rows were read. */
export function readRows(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /: \d+ lignes?/ });
}

/** The notice about a file that cannot be read. */
export function refusal(page: Page): Locator {
  return page.getByRole('alert');
}

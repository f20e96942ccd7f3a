import { expect, type Page } from '@playwright/test';
import type { MockApi } from '~/mock-api/create-mock-api';
import { aCart, aLine } from '~/mock-api/store/given';
import { aSheet } from '~e2e/import/steps';

interface ImportVisit {
  readonly page: Page;
  readonly api: MockApi;
}

const LOST = { 'Code postal': '6000', 'Date de livraison souhaitée': '03/08/2027' };
/** Rows of every state, with what a spreadsheet did to them. */
const SHEET = aSheet(24, {
  1: LOST,
  2: { ...LOST, Offre: '' },
  3: { 'Porte ENNI': '', 'Client final': 'Un client au nom très long '.repeat(20) },
  4: { SIRET: '3,56E+13', 'SIRET connu': 'peut-être' },
  5: { 'Ligne de devis': 'DV-2042', Options: '2210; 7021' },
});

const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

async function openColumns({ page, api }: ImportVisit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
  await page.goto(`/carts/${cartId}/import`);
  const sheet = SHEET.replace('Votre référence', 'Réf. chantier').replace('Offre', 'Produit');
  await page.getByLabel(/Coller des lignes|Paste rows/).fill(sheet);
  await expect(page.getByRole('table')).toBeVisible();
}

async function openCheck({ page, api }: ImportVisit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/import`);
  await page.getByLabel(/Coller des lignes|Paste rows/).fill(`${SHEET}\n${SHEET.split('\n').at(-1)}`);
  await button(page, /Vérifier les lignes|Check rows/).click();
  await expect(button(page, /Créer les lignes|Create lines/)).toBeVisible();
}

/** The import of lines from a spreadsheet. */
export const IMPORT_SCREENS: readonly {
  readonly name: string;
  readonly open: (visit: ImportVisit) => Promise<void>;
}[] = [
  {
    name: 'a file that cannot be imported',
    open: async ({ page, api }) => {
      const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
      await page.goto(`/carts/${cartId}/import`);
      const input = page.getByLabel(/Choisir un fichier|Choose a file/);
      await input.setInputFiles({ name: 'sites.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'the columns of an import', open: openColumns },
  { name: 'the check of an import', open: openCheck },
  {
    name: 'the dialog before edits of an import are lost',
    open: async (visit) => {
      const { page } = visit;
      await openCheck(visit);
      await button(page, /^(Écarter|Leave out)$/)
        .first()
        .click();
      await button(page, /Choisir d'autres lignes|Choose other rows/).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

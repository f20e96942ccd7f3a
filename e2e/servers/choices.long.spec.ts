import type { Page } from '@playwright/test';
import { expect, test as base } from '~e2e/fixtures';
import { drawnSeeds } from '~e2e/long-trial';
import { createLine, field, fillLine, row, saveLine } from '~e2e/steps';
import type { MockApi } from '~/mock-api/create-mock-api';
import { drawDialect } from '~/mock-api/drawn-dialect';
import type { Dialect } from '~/mock-api/http/dialects';
import { isWireObject } from '~/contract/scalars';
import { aCart, aLine } from '~/mock-api/store/given';

/*
 * Each choice of a server that once stopped a person: alone, and together with drawn choices of everything else. An error
 * in the browser fails the test, so a refused request that the page sees does too.
 */

interface Visit {
  readonly page: Page;
  readonly api: MockApi;
  readonly expectComplaint: (complaint: RegExp) => void;
}

interface Choice {
  readonly title: string;
  readonly dialect: Partial<Dialect>;
  /** Choices that a drawn server must not make here. */
  readonly fixed?: Partial<Dialect>;
  readonly visit: (visit: Visit) => Promise<void>;
}

const NEW_LINE = [
  { label: 'Offre', value: '2173' },
  { label: "Élément d'éligibilité", value: 'ELIG-1' },
];
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' });

function manyLines(api: MockApi, count: number): void {
  api.given(
    aCart({
      lines: Array.from({ length: count }, (_, index) =>
        aLine({ customer_order_name: `Site n° ${index + 1}.` }),
      ),
    }),
  );
}

/** Creates a line with two fields of two spellings, and changes one. */
async function createAndChange({ page, api }: Visit): Promise<void> {
  const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
  await page.goto(`/carts/${cartId}/lines/new`);
  await fillLine(page, [
    ...NEW_LINE,
    { label: 'Options', value: '7021' },
    { label: 'Numéro réseau du CPE', value: 'NET-1' },
    { label: 'Porte ENNI secondaire', value: 'AZ2' },
  ]);
  await createLine(page);
  await field(page, 'Numéro réseau du CPE').fill('NET-2');
  await saveLine(page);
  expect(api.store.lines()[0]?.content.values).toMatchObject({
    cpe_networking_number: 'NET-2',
    enni_2: 'AZ2',
  });
}

const CHOICES: readonly Choice[] = [
  {
    title: '1: unknown query parameters are refused',
    dialect: { unknownQuery: 'refused', paging: 'page' },
    visit: async ({ page, api }) => {
      manyLines(api, 3);
      await page.goto('/lines');
      await expect(row(page, 'Site n° 2.')).toBeVisible();
      await page.goto('/carts');
      await page.getByRole('button', { name: 'Nouveau panier' }).click();
      await page.getByRole('dialog').getByLabel('Votre référence').fill('CDE-2');
      await page.getByRole('button', { name: 'Créer le panier' }).click();
      await expect(page.getByRole('heading', { name: 'Panier CDE-2' })).toBeVisible();
    },
  },
  {
    title: "2: a line's detail does not name its cart",
    dialect: { lineCart: 'left-out' },
    visit: async ({ page, api }) => {
      const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
      await page.goto(`/lines/${lineId}`);
      await field(page, 'Note').fill('Sonner deux fois');
      await saveLine(page);
      await page.getByRole('link', { name: 'Vers le panier' }).click();
      await expect(page.getByRole('heading', { name: 'Panier CDE-1' })).toBeVisible();
      await page.goBack();
      await page.getByRole('button', { name: 'Supprimer la ligne' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Supprimer la ligne' }).click();
      await expect(page.getByRole('heading', { name: 'Panier CDE-1' })).toBeVisible();
      expect(api.store.lines()).toEqual([]);
    },
  },
  {
    title: '2: a line has neither its cart nor a reference',
    dialect: { lineCart: 'left-out' },
    visit: async ({ page, api }) => {
      const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
      const reshape = (body: unknown) => ({
        ...(isWireObject(body) ? body : {}),
        order_reference: '',
        temporary_reference: '',
      });
      api.faults.next({ operation: 'readLine', times: 20 }, { reshape });
      await page.goto(`/lines/${lineId}`);
      await field(page, 'Note').fill('Sonner deux fois');
      await saveLine(page);
      expect(api.store.line(lineId).content.values.note).toBe('Sonner deux fois');
    },
  },
  {
    title: '2: no list shows a line, but its cart does',
    dialect: { lineCart: 'left-out' },
    visit: async ({ page, api }) => {
      const { cartId, lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
      const hidden = { answer: { status: 200, body: { count: 0, next: null, previous: null, results: [] } } };
      api.faults.next({ operation: 'listLines', times: 20 }, hidden);
      await page.goto(`/lines/${lineId}`);
      await expect(page.getByText("Le panier de cette ligne n'est pas connu")).toBeVisible();
      await page.goto(`/carts/${cartId}`);
      await page.getByRole('link', { name: /Siège/ }).click();
      await expect(page.getByText("Le panier de cette ligne n'est pas connu")).toHaveCount(0);
      await field(page, 'Note').fill('Sonner deux fois');
      await saveLine(page);
    },
  },
  {
    title: '3: the VLAN is text',
    dialect: { vlan: 'text', vlanTaken: 'own' },
    visit: async ({ page, api }) => {
      const { cartId } = api.given(aCart({ external_id: 'CDE-1' }));
      await page.goto(`/carts/${cartId}/lines/new`);
      await fillLine(page, [...NEW_LINE, { label: 'VLAN', value: '1257' }]);
      await createLine(page);
      await field(page, 'VLAN').fill('42');
      await saveLine(page);
      expect(api.store.lines()[0]?.content.values.vlan_reference).toBe('42');
    },
  },
  {
    title: "4: errors begin with a parameter's name",
    dialect: { errors: 'loc-payload' },
    fixed: { complaints: 'all', confirmAnswer: 'cart' },
    visit: async ({ page, api, expectComplaint }) => {
      expectComplaint(/422/);
      const lines = ['Siège', 'Agence'].map((name) => aLine({ customer_order_name: name }));
      const { cartId, lineIds } = api.given(aCart({ external_id: 'CDE-1', lines }));
      const refusal = (...path: (string | number)[]) => ({
        answer: {
          status: 422,
          body: { detail: [{ loc: ['body', 'payload', ...path], msg: 'No such interface.' }] },
        },
      });
      await page.goto(`/carts/${cartId}/confirm`);
      api.faults.next({ operation: 'confirmCart' }, refusal('product_order_item', 1, 'enni'));
      await page.getByRole('button', { name: 'Passer la commande' }).click();
      await expect(page.getByRole('listitem').filter({ hasText: 'Agence' })).toContainText(
        'No such interface.',
      );
      await page.goto(`/lines/${lineIds[0]}`);
      await field(page, 'Porte ENNI').fill('AZ9');
      api.faults.next({ operation: 'updateLine' }, refusal('enni'));
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
      await expect(field(page, 'Porte ENNI')).toHaveAccessibleDescription(/No such interface\./);
    },
  },
  {
    title: '5: a key in the other spelling is refused',
    dialect: { spelling: 'examples', reads: 'own-spelling', unknownKeys: 'refused' },
    visit: createAndChange,
  },
  {
    title: '5: one refused key is named at a time',
    dialect: { spelling: 'examples', reads: 'own-spelling', unknownKeys: 'refused', complaints: 'first' },
    visit: createAndChange,
  },
  {
    title: '6: shown keys are not taken back',
    dialect: { contactKeys: 'more', unknownKeys: 'refused' },
    visit: async ({ page, api }) => {
      const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [aLine()] }));
      await page.goto(`/lines/${lineId}`);
      await field(page, 'Commune').fill('Rouen');
      await saveLine(page);
      expect(api.store.lines()[0]?.content.values.related_contact_information).toMatchObject([
        { city: 'Rouen' },
      ]);
      await page.getByRole('button', { name: 'Dupliquer la ligne' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Dupliquer', exact: true }).click();
      await expect(field(page, 'Commune')).toHaveValue('Rouen');
      await field(page, "Élément d'éligibilité").fill('ELIG-2');
      await createLine(page);
      expect(api.store.lines()).toHaveLength(2);
    },
  },
  {
    title: '7: null is refused',
    dialect: { nulls: 'refused', empties: 'null' },
    visit: async ({ page, api }) => {
      const line = aLine({ scheduled_delivery_date: '2030-09-21' });
      const { lineId } = api.given(aCart({ external_id: 'CDE-1', lines: [line] }));
      await page.goto(`/lines/${lineId}`);
      for (const label of ['VLAN', 'Date de livraison souhaitée', 'Latitude'])
        await field(page, label).fill('');
      await field(page, 'Commune').fill('Rouen');
      await saveLine(page);
      expect(api.store.lines()[0]?.content.values).toMatchObject({
        vlan_reference: '',
        scheduled_delivery_date: '',
        related_contact_information: [{ city: 'Rouen', latitude: '' }],
      });
    },
  },
  {
    title: '8: pages have a size of their own',
    dialect: { pages: 'always-20' },
    fixed: { list: 'count-results' },
    visit: async ({ page, api }) => {
      manyLines(api, 58);
      await page.goto('/lines');
      await expect(pages(page)).toContainText('1–20 sur 58');
      await page.getByRole('button', { name: 'Page suivante' }).click();
      await expect(pages(page)).toContainText('21–40 sur 58');
      await page.getByRole('button', { name: 'Page suivante' }).click();
      await expect(pages(page)).toContainText('41–58 sur 58');
      await expect(page.getByRole('button', { name: 'Page suivante' })).toBeDisabled();
    },
  },
  {
    title: '8: a cut list tells no total',
    dialect: { pages: 'always-20', list: 'bare-pages' },
    fixed: { unknownQuery: 'ignored', paging: 'any' },
    visit: async ({ page, api }) => {
      manyLines(api, 58);
      await page.goto('/lines');
      await expect(pages(page)).toContainText('1–20');
      await expect(pages(page)).not.toContainText('sur');
      await page.getByRole('button', { name: 'Page suivante' }).click();
      await expect(pages(page)).toContainText('21–40');
      await page.getByRole('button', { name: 'Page suivante' }).click();
      await expect(pages(page)).toContainText('41–58 sur 58');
    },
  },
  {
    title: '9: the sort is field:desc',
    dialect: { sort: 'colon' },
    fixed: { list: 'count-results' },
    visit: async ({ page, api }) => {
      for (const daysOld of [3, 1, 2])
        api.given(aCart({ daysOld, lines: [aLine({ customer_order_name: `${daysOld}.` })] }));
      await page.goto('/lines?sort=creation_date');
      await expect(page.getByRole('row').nth(1)).toContainText('3.');
      const heading = page.getByRole('columnheader', { name: 'Création' });
      await expect(heading).toHaveAttribute('aria-sort', 'ascending');
      await heading.getByRole('button').click();
      await expect(page.getByRole('row').nth(1)).toContainText('1.');
      await expect(heading).toHaveAttribute('aria-sort', 'descending');
    },
  },
  {
    title: '9: no sort is obeyed',
    // A list that comes whole is sorted in the browser.
    dialect: { sort: 'refused', unknownQuery: 'refused', pages: 'at-most-25' },
    fixed: { list: 'count-results' },
    visit: async ({ page, api }) => {
      for (let daysOld = 30; daysOld > 0; daysOld -= 1)
        api.given(aCart({ daysOld, lines: [aLine({ customer_order_name: `Site ${daysOld}.` })] }));
      await page.goto('/lines?sort=creation_date');
      // Without a sort this server shows the newest first.
      await expect(page.getByRole('row').nth(1)).toContainText('Site 1.');
      await expect(page.getByRole('columnheader', { name: 'Création' })).toHaveAttribute('aria-sort', 'none');
      await page.goto('/lines');
      await expect(page.getByRole('row').nth(1)).toContainText('Site 1.');
    },
  },
  {
    title: '9: no sort is taken, nothing is named',
    dialect: { sort: 'refused', unknownQuery: 'refused', queryComplaints: 'none', paging: 'page-only' },
    fixed: { list: 'count-results', pages: 'as-asked' },
    visit: async ({ page, api }) => {
      for (let daysOld = 60; daysOld > 0; daysOld -= 1)
        api.given(aCart({ daysOld, lines: [aLine({ customer_order_name: `Site ${daysOld}.` })] }));
      await page.goto('/lines?sort=-creation_date&page=2');
      await expect(page.getByRole('row').nth(1)).toContainText('Site 51.');
    },
  },
  {
    title: '10: empty fields are left out',
    dialect: { empties: 'left-out' },
    visit: async ({ page, api }) => {
      const { cartId, lineId } = api.given(
        aCart({ external_id: 'CDE-1', lines: [aLine({ note: 'x', customer_order_name: 'Siège' })] }),
      );
      await page.goto(`/lines/${lineId}`);
      await expect(field(page, 'Note')).toHaveValue('x');
      await expect(field(page, 'Note technique')).not.toHaveAccessibleDescription(/Non renvoyé/);
      await field(page, 'Note').fill('');
      await saveLine(page);
      await expect(field(page, 'Note')).not.toHaveAccessibleDescription(/Non renvoyé/);
      await page.goto(`/carts/${cartId}/confirm`);
      await expect(page.getByRole('button', { name: 'Passer la commande' })).toBeEnabled();
      const { values } = api.store.line(lineId).content;
      api.store.changeLine(lineId, { values: { ...values, access_instructions: 'Sonner' } });
      await page.getByRole('button', { name: 'Passer la commande' }).click();
      await expect(page.getByText('Sonner').first()).toBeVisible();
      expect(api.ledger.of('confirmCart')).toEqual([]);
    },
  },
];

const test = base;

for (const { title, dialect, fixed, visit } of CHOICES) {
  const drawn = drawnSeeds({ whole: 5, sample: 1 }).map((seed, index) => seed + index);
  for (const seed of [null, ...drawn]) {
    test.describe(seed === null ? 'alone' : `with server ${seed}`, () => {
      test.use({
        apiOptions: { dialect: seed === null ? dialect : drawDialect(seed, { ...fixed, ...dialect }) },
      });
      test(title, async ({ page, api, expectComplaint }) => visit({ page, api, expectComplaint }));
    });
  }
}

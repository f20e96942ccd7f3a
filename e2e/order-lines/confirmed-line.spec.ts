import { expect, test } from '~e2e/fixtures';
import { LOOKS, showIn } from '~e2e/looks';
import { cutTexts, overhang } from '~e2e/reflow';
import { fact, tabTo } from '~e2e/steps';
import { emptyContact } from '~/contract/contact';
import { aCart, aLine } from '~/mock-api/store/given';

/** A confirmed line with a value of each kind. */
const CONFIRMED = aLine({
  state: 'acknowledged',
  order_reference: 'CMD-4711',
  external_id: 'KER-117',
  option_ids: ['2210', '7021'],
  siret_known: true,
  scheduled_delivery_date: '2026-09-21',
  note: 'Sonner\ndeux fois',
});

test('a confirmed line is facts, without empty ones', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [CONFIRMED] }));
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Références et dates',
    'Client et références',
    'Offre et options',
    'Réseau',
    'Site',
    'Contact sur site',
    'Livraison et notes',
    'Historique',
  ]);
  await expect(fact(page, 'Référence de commande')).toContainText('CMD-4711');
  await expect(fact(page, 'Options')).toContainText('2210, 7021');
  await expect(fact(page, 'SIRET connu')).toContainText('Oui');
  await expect(fact(page, 'SIRET')).toContainText('732 829 320 00074');
  await expect(fact(page, 'Téléphone')).toContainText('01 99 00 12 34');
  await expect(fact(page, 'Date de livraison souhaitée')).toContainText('lundi 21 septembre 2026');
  await expect(fact(page, 'Note')).toContainText('Sonner\ndeux fois');
  for (const empty of ['Projet', 'Extension (bis, ter, B…)', 'Note technique'])
    await expect(page.getByText(empty, { exact: true })).toHaveCount(0);
  const main = page.getByRole('main');
  await expect(main.locator('input, select, textarea')).toHaveCount(0);
  await expect(main.getByRole('button', { name: /^(Enregistrer|Supprimer|En un coup)/ })).toHaveCount(0);
  await expect(main.getByRole('button', { name: 'Dupliquer la ligne' })).toBeVisible();
});

test('references and contacts are copied to the letter', async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { lineId } = api.given(aCart({ lines: [CONFIRMED] }));
  await page.goto(`/lines/${lineId}`);
  const values = {
    'Référence de commande': 'CMD-4711',
    'Votre référence': 'KER-117',
    'Porte ENNI': 'AZ001234',
    SIRET: '73282932000074',
    'E-mail (Contact sur site)': 'maelle.kerbrat@kerbrat.example.fr',
    'Téléphone (Contact sur site)': '0199001234',
    'Adresse (Site)': '4 Rue Andreï Sakharov, 76130 Mont-Saint-Aignan',
  };
  for (const [name, value] of Object.entries(values)) {
    await page.getByRole('button', { name: `Copier ${name}`, exact: true }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(value);
  }
});

test('a fact is copied by keyboard', async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { lineId } = api.given(aCart({ lines: [CONFIRMED] }));
  await page.goto(`/lines/${lineId}`);
  await tabTo(page, page.getByRole('button', { name: 'Copier SIRET', exact: true }));
  await page.keyboard.press('Enter');
  await expect(fact(page, 'SIRET').getByRole('status')).toHaveText('Copié');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('73282932000074');
});

test('several sites and contacts are told apart', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [CONFIRMED] }));
  api.store.changeLine(lineId, {
    values: {
      related_contact_information: [
        { ...emptyContact(), city: 'Rouen', contact1_firstname: 'Zoé' },
        { ...emptyContact(), city: 'Lyon', contact1_firstname: 'Ali', contact2_firstname: 'Eve' },
      ],
    },
  });
  await page.goto(`/lines/${lineId}`);
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  await expect(section('Site')).toContainText('Rouen');
  await expect(section('Site 2')).toContainText('Lyon');
  await expect(section('Contact sur site')).toContainText('Zoé');
  await expect(section('Site 2 – Contact sur site')).toContainText('Ali');
  await expect(section('Site 2 – Second contact')).toContainText('Eve');
});

test('a rejected value says so where it stands', async ({ page, api }) => {
  const termination_error = [
    { code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' },
    { code: 'E-4711', property_path: 'enni', value: '' },
    { code: 'E-0815', property_path: 'note', value: '' },
  ];
  const { lineId } = api.given(aCart({ lines: [aLine({ state: 'rejected_creation', termination_error })] }));
  await page.goto(`/lines/${lineId}`);
  const enni = fact(page, 'Porte ENNI');
  await expect(enni).toContainText('AZ001234');
  await expect(enni).toContainText("Valeur rejetée : UNKNOWN_ENNI (AZ001234) – L'opérateur ne connaît pas");
  await expect(enni).toContainText('E-4711');
  // An empty value that was rejected is shown too.
  await expect(fact(page, 'Note')).toHaveText('NoterienValeur rejetée : E-0815');
  await expect(fact(page, 'VLAN')).not.toContainText('Valeur rejetée');
  await page.getByRole('link', { name: 'Porte ENNI' }).first().click();
  await expect(enni).toBeFocused();
});

test('a confirmed line loads no editor', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [CONFIRMED] }));
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(`/lines/${lineId}`);
  await expect(fact(page, 'Note')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.getByRole('button', { name: 'Dupliquer la ligne' }).hover();
  expect(scripts.filter((script) => /\/assets\/editor/.test(script))).toEqual([]);
  expect(scripts.filter((script) => script.startsWith('/assets/details'))).toHaveLength(1);
});

test('a line goes from loading to facts without a form', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [CONFIRMED] }));
  const reading = api.faults.next({ operation: 'readLine' }, { hold: 'before' });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('main form, main input, main textarea')) document.title = 'a form';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`/lines/${lineId}`);
  await reading.met;
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Chargement…');
  reading.release();
  await expect(fact(page, 'Note')).toBeVisible();
  expect(await page.title()).not.toBe('a form');
});

test('a printed line is whole', async ({ page, api }) => {
  const note = 'Anticonstitutionnellement'.repeat(12);
  const { lineId } = api.given(aCart({ lines: [{ ...CONFIRMED, note }] }));
  await page.goto(`/lines/${lineId}`);
  await expect(fact(page, 'Note')).toContainText(note);
  await showIn(page, LOOKS.printLight);
  expect(await overhang(page)).toBe(0);
  expect(await cutTexts(page)).toEqual([]);
  await expect(fact(page, 'Note')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Historique' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Copier/ }).filter({ visible: true })).toHaveCount(0);
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('a confirmed line is facts in its language', async ({ page, api }) => {
    const termination_error = [{ code: 'INVALID_SIRET', property_path: 'siret', value: '' }];
    const line = { ...CONFIRMED, state: 'rejected_creation', termination_error };
    const { lineId } = api.given(aCart({ lines: [line] }));
    await page.goto(`/lines/${lineId}`);
    await expect(fact(page, 'Requested delivery date')).toContainText('Monday, 21 September 2026');
    await expect(fact(page, 'SIRET is known')).toContainText('Yes');
    await expect(fact(page, 'SIRET')).toContainText(
      'Rejected value: INVALID_SIRET – The operator does not accept this SIRET.',
    );
    await expect(page.getByRole('button', { name: 'Copy Phone (On-site contact)' })).toBeVisible();
  });
});

test("a rejected line's history shows each state", async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({
      lines: [
        aLine({
          state: 'rejected_creation',
          termination_error: [{ code: 'UNKNOWN_ENNI', property_path: 'enni', value: 'AZ001234' }],
        }),
      ],
    }),
  );
  api.store.changeLine(lineId, {
    status: {
      state_change: [
        { state: 'created', change_date: Date.UTC(2026, 2, 2, 9, 0), change_reason: '' },
        { state: 'in_progress', change_date: Date.UTC(2026, 2, 2, 11, 5), change_reason: '' },
        { state: 'rejected_creation', change_date: Date.UTC(2026, 2, 2, 11, 5, 30), change_reason: 'ENNI' },
        { state: 'technical_error', change_date: Date.UTC(2026, 2, 2, 11, 5), change_reason: 'Out of order' },
        { state: 'in_progress', change_date: Date.UTC(2026, 2, 2, 11, 5), change_reason: 'Twice' },
      ],
    },
  });
  await page.goto(`/lines/${lineId}`);
  const region = page.getByRole('region', { name: 'Historique' });
  const way = region.getByRole('list', { name: "Cycle de vie d'une ligne de commande" });
  await expect(way.locator('[aria-current=step]')).toHaveText(/Rejetée.*état actuel/);
  await expect(way).toContainText(/Brouillon\s*passé\s*En cours\s*passé/);
  const history = region.getByRole('list').last().getByRole('listitem');
  await expect(history).toHaveCount(5);
  await expect(history.nth(0)).toContainText(/Brouillon.*2 mars 2026, 10:00/);
  await expect(history.nth(1)).toContainText(/En cours.*2 mars 2026, 12:05.*après 2\sh 5\smin.*Sans motif/);
  await expect(history.nth(2)).toContainText(/Rejetée.*après 30\ss.*ENNI/);
  await expect(history.nth(3)).toContainText(/technical_error.*30\ss avant l'entrée du dessus.*Out of order/);
  await expect(history.nth(4)).toContainText(/En cours.*au même moment.*Twice/);
  // Exact to the second by a tap, and by the keyboard from one to the next.
  await history.nth(0).getByText('2 mars 2026, 10:00').click();
  await expect(history.nth(0).getByText('10:00:00')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(history.nth(1).getByText('12:05:00')).toBeVisible();
  await expect(history.nth(0).getByText('10:00:00')).toBeHidden();
});

test('a cancelled line reads cancelled in any state', async ({ page, api }) => {
  const { lineId } = api.given(
    aCart({ lines: [aLine({ state: 'acknowledged', cancelled: 'À la demande du client' })] }),
  );
  await page.goto(`/lines/${lineId}`);
  await expect(page.getByText('Cette ligne a été annulée.')).toBeVisible();
  await expect(page.getByText('À la demande du client').first()).toBeVisible();
  await expect(page.getByText('Annulée', { exact: true }).first()).toBeVisible();
});

test('an ordered line in state created is no draft', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine()] }));
  api.store.changeLine(lineId, { status: { order_date: Date.UTC(2026, 2, 2) } });
  await page.goto(`/lines/${lineId}`);
  await expect(fact(page, 'Client final')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

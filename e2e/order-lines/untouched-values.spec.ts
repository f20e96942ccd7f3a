import { CONTACT_FIELDS } from '~/contract/contact';
import { SCALAR_FIELDS } from '~/contract/order-line';
import { expect, test } from '~e2e/fixtures';
import { field, saveLine } from '~e2e/steps';
import { aCart, aLine } from '~/mock-api/store/given';

/*
 * The API has values that a browser's inputs rewrite. A person passes through every field and changes another one: what
 * they did not type in goes back to the letter, or is not sent at all.
 */

const TEXTS = SCALAR_FIELDS.filter(
  (name) => !['option_ids', 'siret_known', 'quote_item_id', 'project_id'].includes(name),
);
const DAY_TIME = '2027-03-01T09:00:00+01:00';

/** Values by what an input does to them. */
const KINDS = {
  'line breaks': 'one\ntwo',
  'CR LF': 'one\r\ntwo\r\n',
  'a lone CR': 'one\rtwo',
  'date-times': DAY_TIME,
  'outer spaces': '  one ',
  'numbers as text': '0012',
  'numbers of 19 digits': '1234567890123456789',
  'decomposed accents': 'Elise\u0301',
};

for (const [kind, value] of Object.entries(KINDS)) {
  test(`passing through ${kind} changes nothing`, async ({ page, api }) => {
    test.slow();
    const isNumber = /^\d+$/.test(value);
    const contact = {
      ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, value])),
      ...(isNumber ? {} : { latitude: '49.4744077', longitude: '1.091455' }),
    };
    const { lineId } = api.given(
      aCart({
        lines: [
          aLine({
            ...Object.fromEntries(TEXTS.map((name) => [name, value])),
            ...(isNumber ? {} : { vlan_reference: '1257' }),
            option_ids: [value, '2210'],
            siret_known: true,
            contact,
          }),
        ],
      }),
    );
    await page.goto(`/lines/${lineId}`);
    await field(page, 'Client final').focus();
    const isInForm = () => page.evaluate(() => document.activeElement?.closest('form') !== null);
    for (let presses = 0; presses < 120 && (await isInForm()); presses += 1) await page.keyboard.press('Tab');
    await expect(page.getByText(/^Modifications non enregistrées/)).toBeHidden();

    await field(page, 'Projet').fill('PRJ-9');
    await expect(page.getByText('Modifications non enregistrées dans 1 champ')).toBeVisible();
    await saveLine(page);
    expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ project_id: 'PRJ-9' }]);

    const [before] = api.store.line(lineId).content.values.related_contact_information;
    const name = field(page, 'Bâtiment');
    await name.fill('Nord');
    await saveLine(page);
    await expect.poll(() => api.ledger.of('updateLine').length).toBe(2);
    const [after] = api.store.line(lineId).content.values.related_contact_information;
    const rest = (site: typeof before) => ({
      ...site,
      building_name: '',
      wire: { ...site?.wire, building_name: '' },
    });
    expect(rest(after)).toEqual(rest(before));
  });
}

test('a date-time is shown, said in words and kept', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ scheduled_delivery_date: DAY_TIME })] }));
  await page.goto(`/lines/${lineId}`);
  const day = field(page, 'Date de livraison souhaitée');
  await expect(day).toHaveValue(DAY_TIME);
  await expect(day).toHaveAccessibleDescription(/lundi 1 mars 2027/);
  await day.fill('2027-04-12');
  await expect(day).toHaveAccessibleDescription(/lundi 12 avril 2027/);
  await day.press('Tab');
  await expect(day).toHaveAttribute('type', 'date');
  await expect(day).toHaveValue('2027-04-12');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([
    { scheduled_delivery_date: '2027-04-12' },
  ]);
});

test('a name keeps its line break when text is added', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ end_customer_name: 'one\ntwo' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Client final').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ end_customer_name: 'one\ntwo!' }]);
});

test('notes keep their CR LF when a line is added', async ({ page, api }) => {
  const { lineId } = api.given(aCart({ lines: [aLine({ note: 'one\r\ntwo' })] }));
  await page.goto(`/lines/${lineId}`);
  await field(page, 'Note').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('!');
  await saveLine(page);
  expect(api.ledger.of('updateLine').map(({ body }) => body)).toEqual([{ note: 'one\r\ntwo!' }]);
});

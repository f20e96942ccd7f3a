import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english as en, french as fr } from '~/i18n/whole-catalogues';
import { parseLineSearchParams, type ListSearchParams } from '~/domain/lists/list-search-params';
import { createFormats } from '~/i18n/formats';
import { lineFilterLabel, lineStateText, toChips } from './filter-chips';

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Paris');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** The chips over the list of lines; which space stands between words is the platform's affair. */
function chipsOf(search: ListSearchParams, language: 'en' | 'fr' = 'en') {
  const messages = language === 'en' ? en : fr;
  const chips = toChips(parseLineSearchParams(search, new Date('2026-04-10T12:00:00+02:00')), {
    messages,
    formats: createFormats(language),
    label: (name) => lineFilterLabel(name, messages),
    state: (state) => lineStateText(state, messages),
  });
  return chips.map((chip) => ({ ...chip, text: chip.text.replaceAll(/\s/gu, ' ') }));
}

const textOf = (search: ListSearchParams, language: 'en' | 'fr') =>
  chipsOf(search, language).map(({ text }) => text);

describe('a chip', () => {
  it.each<[ListSearchParams, string, string]>([
    [{ state: 'created' }, 'State: Draft', 'État : Brouillon'],
    [
      { state: 'technical_error' },
      'State: “technical_error” is not a state that we know',
      "État : « technical_error » n'est pas un état connu ici",
    ],
    [{ search: ' garage ' }, 'Search: garage', 'Recherche : garage'],
    [{ order_reference: 'PO_1' }, 'Order reference: PO_1', 'Référence de commande : PO_1'],
    [{ temporary_reference: 'PO_2' }, 'Temporary reference: PO_2', 'Référence provisoire : PO_2'],
    [{ customer_order_name: 'Siège' }, 'Order name: Siège', 'Nom de la commande : Siège'],
    [{ end_customer_name: ' 007 ' }, 'End customer: 007', 'Client final : 007'],
    [
      { expiration_date: 'next-14-days' },
      'Draft expires: Next 14 days',
      'Expiration du brouillon : 14 prochains jours',
    ],
    [{ creation_date: '2026-04-10' }, 'Created: 10 Apr 2026', 'Création : 10 avr. 2026'],
    [
      { order_date: '2026-03-29..2026-10-25' },
      'Ordered: 29 Mar 2026 – 25 Oct 2026',
      'Commande : 29 mars 2026 – 25 oct. 2026',
    ],
    [{ order_date: '2026-03-29..' }, 'Ordered: from 29 Mar 2026', 'Commande : à partir du 29 mars 2026'],
    [{ order_date: '..2026-10-25' }, 'Ordered: to 25 Oct 2026', "Commande : jusqu'au 25 oct. 2026"],
  ])('says a filter as a person does: %j', (search, english, french) => {
    expect(textOf(search, 'en')).toEqual([english]);
    expect(textOf(search, 'fr')).toEqual([french]);
  });

  it('takes away its own filter', () => {
    const chips = chipsOf({ state: 'created', creation_date: 'today', end_customer_name: 'Dupont' });
    expect(chips.map(({ key }) => key)).toEqual(['state', 'end_customer_name', 'creation_date']);
    expect(chips.filter(({ isRefused }) => isRefused)).toEqual([]);
  });

  it('is there neither for the sort nor for the page', () => {
    expect(chipsOf({ sort: 'state', page: '2' })).toEqual([]);
  });
});

describe('a chip of warning', () => {
  it.each([
    [{ creation_date: '2026-02-30' }, '2026-02-30'],
    [{ sort: 'colour' }, 'colour'],
    [{ page: 'last' }, 'last'],
    [{ utm_source: 'mail' }, 'mail'],
    [{ constructor: 'x' }, 'x'],
    [{ search2: '<b>' }, '<b>'],
  ])('tells what makes no sense and takes it away: %j', (search, value) => {
    for (const language of ['en', 'fr'] as const) {
      const [chip, ...more] = chipsOf(search, language);
      expect(more).toEqual([]);
      expect(chip).toMatchObject({ key: Object.keys(search)[0], isRefused: true });
      expect(chip?.text).toContain(value);
      expect(chip?.text).not.toContain('function');
    }
  });

  it('stands after the filters in force', () => {
    const chips = chipsOf({ creation_date: 'someday', state: 'created', order_date: 'today' });
    expect(chips.map(({ key, isRefused = false }) => [key, isRefused])).toEqual([
      ['state', false],
      ['order_date', false],
      ['creation_date', true],
    ]);
  });

  it('labels known filters and shows other names raw', () => {
    expect(textOf({ creation_date: 'x' }, 'fr')).toEqual(["Création : « x » n'a pas de sens ici"]);
    expect(textOf({ toString: 'x' }, 'en')).toEqual(['toString: “x” makes no sense here']);
  });
});

import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clampWidth, createSettingsStore, defaultSettings, toTableSettings } from './table-settings';

const DEFAULTS = { all: ['name', 'state', 'date', 'id'], shown: ['name', 'state'] };
const USUAL = { columns: ['name', 'state'], widths: {}, pinFirst: false, density: 'comfortable' };
const CHOSEN = {
  columns: ['date', 'name', 'id'],
  widths: { name: 300 },
  pinFirst: true,
  density: 'compact',
} as const;

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
  });
});

describe('the settings of a table', () => {
  it('are read with columns, widths, pin and density', () => {
    expect(toTableSettings(CHOSEN, DEFAULTS)).toEqual(CHOSEN);
  });

  it.each([[null], [undefined], ['x'], [7], [true], [[]], [{}]])(
    'are the usual ones when %j is kept',
    (raw) => {
      expect(toTableSettings(raw, DEFAULTS)).toEqual(USUAL);
    },
  );

  it.each([
    ['a column that is no more', { columns: ['gone', 'date', 'toString'] }, { columns: ['date'] }],
    ['a column named twice', { columns: ['date', 'name', 'date'] }, { columns: ['date', 'name'] }],
    ['columns that are no list', { columns: 'name' }, {}],
    ['columns that are no names', { columns: [1, null, {}, ['name']] }, {}],
    ['no column at all', { columns: [] }, {}],
    ['a width of a column that is no more', { widths: { gone: 100, name: 100 } }, { widths: { name: 100 } }],
    ['a width that is no number', { widths: { name: '100', state: null, date: [] } }, {}],
    ['a width without a bound', { widths: { name: Number.POSITIVE_INFINITY, state: Number.NaN } }, {}],
    [
      'a width that hides a column or all others',
      { widths: { name: -5, state: 1e9, date: 99.6 } },
      { widths: { name: 56, state: 800, date: 100 } },
    ],
    ['widths that are no object', { widths: 'wide' }, {}],
    ['a pin that is no yes or no', { pinFirst: 'yes' }, {}],
    ['a density that nobody knows', { density: 'tight' }, {}],
  ])('with %s are repaired', (_, raw, repaired) => {
    expect(toTableSettings(raw, DEFAULTS)).toEqual({ ...USUAL, ...repaired });
  });

  it('show each known column once, whatever is stored', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ columns: fc.array(fc.constantFrom('name', 'date', 'gone')), widths: fc.jsonValue() }),
        ),
        (raw) => {
          const settings = toTableSettings(raw, DEFAULTS);
          expect(settings.columns.length).toBeGreaterThan(0);
          expect(new Set(settings.columns).size).toBe(settings.columns.length);
          expect(settings.columns.filter((name) => !DEFAULTS.all.includes(name))).toEqual([]);
          expect(toTableSettings(JSON.parse(JSON.stringify(settings)), DEFAULTS)).toEqual(settings);
        },
      ),
    );
  });

  it('with a hundred thousand columns are still a table’s', () => {
    const columns = Array.from({ length: 100_000 }, (_, index) => `column-${index}`);
    expect(toTableSettings({ columns: [...columns, 'id'] }, DEFAULTS).columns).toEqual(['id']);
  });
});

it.each([
  [10, 56],
  [56, 56],
  [120.4, 120],
  [800, 800],
  [5000, 800],
])('a column pulled to %f pixels is %i wide', (pulled, width) => {
  expect(clampWidth(pulled)).toBe(width);
});

describe('kept settings', () => {
  it('are there again at the next visit', () => {
    createSettingsStore('table', DEFAULTS).set(CHOSEN);
    expect(createSettingsStore('table', DEFAULTS).get()).toEqual(CHOSEN);
  });

  it('belong to one table', () => {
    createSettingsStore('table', DEFAULTS).set(CHOSEN);
    expect(createSettingsStore('other', DEFAULTS).get()).toEqual(USUAL);
  });

  it.each(['', '{', 'null', '"name"', '[1,2', 'undefined'])('that read "%s" are the usual ones', (text) => {
    kept.set('table', text);
    expect(createSettingsStore('table', DEFAULTS).get()).toEqual(defaultSettings(DEFAULTS));
  });

  it('are told to who listens, until they listen no more', () => {
    const store = createSettingsStore('table', DEFAULTS);
    const heard = vi.fn<() => void>();
    const leave = store.subscribe(heard);
    store.set(CHOSEN);
    leave();
    store.set(defaultSettings(DEFAULTS));
    expect(heard).toHaveBeenCalledTimes(1);
    expect(store.get()).toEqual(USUAL);
  });

  it('last as long as the page where storage is blocked', () => {
    const blocked = () => {
      throw new Error('blocked');
    };
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked });
    const store = createSettingsStore('table', DEFAULTS);
    store.set(CHOSEN);
    expect(store.get()).toEqual(CHOSEN);
  });
});

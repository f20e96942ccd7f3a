import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSameSearchParams,
  isSameSettings,
  LONGEST_VIEW_NAME,
  readViews,
  viewSearchParams,
} from './saved-views';

const DEFAULTS = { all: ['name', 'state', 'date', 'id'], shown: ['name', 'state'] };
const USUAL = { columns: ['name', 'state'], widths: {}, pinFirst: false, density: 'comfortable' } as const;
const CHOSEN = {
  columns: ['date', 'name'],
  widths: { name: 300, date: 90 },
  pinFirst: true,
  density: 'compact',
} as const;
const VIEW = { name: 'Mine', search: { state: 'created', sort: 'state' }, settings: CHOSEN };
const read = (raw: unknown) => readViews(JSON.stringify(raw), DEFAULTS);

describe('kept views', () => {
  const whole = { id: '1', ...VIEW };

  it('that fit are read without a word', () => {
    expect(read({ views: [whole], start: '1' })).toEqual({
      views: [whole],
      start: '1',
      problem: null,
    });
    expect(readViews(null, DEFAULTS)).toEqual({ views: [], start: null, problem: null });
  });

  it('of the version before are read as they were', () => {
    const { search, ...rest } = whole;
    expect(read({ views: [{ ...rest, address: search }] })).toEqual({
      views: [whole],
      start: null,
      problem: null,
    });
  });

  it.each([
    ['an unknown column', { settings: { ...CHOSEN, columns: ['gone', 'date', 'name'] } }, whole],
    [
      'no known column',
      { settings: { ...CHOSEN, columns: ['gone'] } },
      { ...whole, settings: { ...CHOSEN, columns: USUAL.columns } },
    ],
    [
      'a width beyond all bounds',
      { settings: { ...CHOSEN, widths: { name: 1e9 } } },
      { ...whole, settings: { ...CHOSEN, widths: { name: 800 } } },
    ],
    ['settings of a wrong type', { settings: 'wide' }, { ...whole, settings: USUAL }],
    ['no settings', { settings: undefined }, { ...whole, settings: USUAL }],
    ['an address of a wrong type', { search: ['state'] }, { ...whole, search: {} }],
    [
      'wrong types in its address',
      { search: { state: 'created', page: 7, sort: null } },
      { ...whole, search: { state: 'created' } },
    ],
    ['a page in its address', { search: { ...VIEW.search, page: '3' } }, whole],
    ['a name without end', { name: 'a'.repeat(100_000) }, { ...whole, name: 'a'.repeat(LONGEST_VIEW_NAME) }],
    ['something more', { colour: 'red' }, whole],
  ])('with %s are repaired', (_, broken, repaired) => {
    expect(read({ views: [{ ...whole, ...broken }] })).toEqual({
      views: [repaired],
      start: null,
      problem: 'repaired',
    });
  });

  it.each([
    ['none', [{ ...whole, id: undefined }]],
    ['an empty one', [{ ...whole, id: '' }]],
    ['a number', [{ ...whole, id: 7 }]],
    ['another view’s', [whole, whole, whole]],
  ])('whose id is %s get one of their own', (_, views) => {
    const { views: repaired, problem } = read({ views });
    expect(problem).toBe('repaired');
    expect(repaired).toHaveLength(views.length);
    expect(new Set(repaired.map(({ id }) => id)).size).toBe(views.length);
    expect(repaired.every(({ id }) => id.length > 0)).toBe(true);
  });

  it('with a start of a wrong type start with everything', () => {
    expect(read({ views: [whole], start: { state: 'created' } })).toEqual({
      views: [whole],
      start: null,
      problem: 'repaired',
    });
    expect(read({ views: [whole], start: 7 })).toMatchObject({ start: null, problem: 'repaired' });
  });

  it.each([
    ['a view without a name', { ...whole, name: ' ' }],
    ['a view whose name is no text', { ...whole, name: 7 }],
    ['no view', null],
    ['text', 'view'],
    ['a list', [whole]],
  ])('among which is %s are read without it', (_, unreadable) => {
    expect(read({ views: [unreadable, whole], start: null })).toEqual({
      views: [whole],
      start: null,
      problem: 'set-aside',
    });
  });

  it.each(['', '{', 'undefined', 'null', '7', '"views"', '[]', '{}', '{"views":{}}', '[{"name":"Mine"}]'])(
    'that read %j are none',
    (text) => {
      expect(readViews(text, DEFAULTS)).toEqual({ views: [], start: null, problem: 'set-aside' });
    },
  );

  it('by the thousand are all read', () => {
    const views = Array.from({ length: 5000 }, (_, index) => ({ ...whole, id: String(index) }));
    expect(read({ views, start: null })).toEqual({ views, start: null, problem: null });
  });

  it('never stop the list, and are right once repaired', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            views: fc.array(
              fc.oneof(
                fc.jsonValue(),
                fc.record({
                  id: fc.constantFrom('1', '2', 3),
                  name: fc.jsonValue(),
                  search: fc.jsonValue(),
                }),
              ),
            ),
            start: fc.jsonValue(),
          }),
        ),
        (raw) => {
          const { views, start } = read(raw);
          expect(read({ views, start })).toEqual({ views, start, problem: null });
        },
      ),
    );
  });
});

describe('what is shown', () => {
  it.each([
    ['its page', { state: 'created', page: '3' }, { state: 'created' }, true],
    ['its defaults', { state: 'created', page: '1', search: '' }, { state: 'created' }, true],
    [
      'the order of what it says',
      { state: 'created', sort: 'state' },
      { sort: 'state', state: 'created' },
      true,
    ],
    ['decomposed accents', { search: 'é' }, { search: 'e\u0301' }, true],
    ['a value', { state: 'created' }, { state: 'in_progress' }, false],
    ['one filter more', { state: 'created', search: 'x' }, { state: 'created' }, false],
    ['one filter less', {}, { state: 'created' }, false],
  ])('is compared with a view by its search: %s', (_, shown, kept, isSame) => {
    expect(isSameSearchParams(shown, kept)).toBe(isSame);
    expect(isSameSearchParams(kept, shown)).toBe(isSame);
  });

  it.each([
    ['the same', CHOSEN, true],
    ['widths set in another order', { ...CHOSEN, widths: { date: 90, name: 300 } }, true],
    ['columns in another order', { ...CHOSEN, columns: ['name', 'date'] }, false],
    ['one width', { ...CHOSEN, widths: { name: 301, date: 90 } }, false],
    ['the pin', { ...CHOSEN, pinFirst: false }, false],
    ['the density', { ...CHOSEN, density: 'comfortable' }, false],
  ] as const)('is compared with a view by its table: %s', (_, settings, isSame) => {
    expect(isSameSettings(CHOSEN, settings)).toBe(isSame);
  });

  it('is kept without its page', () => {
    expect(viewSearchParams({ state: 'created', page: '4' })).toEqual({
      state: 'created',
    });
  });
});

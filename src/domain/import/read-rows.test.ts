import { describe, expect, it } from 'vitest';
import { checkRow } from './check-rows';
import { matchColumns } from './match-columns';
import { NO_CHOICES, readImportRows, type ReadChoices } from './read-rows';
import type { SheetCell } from './sheet';
import { aSheet } from './testing/a-sheet';

const SITE = 'related_contact_information.0';

/** A column of one field, read with some choices. */
function column(field: string, cells: readonly (string | SheetCell)[], choices: Partial<ReadChoices> = {}) {
  const sheet = aSheet([[field], ...cells.map((cell) => [cell])]);
  const table = readImportRows(sheet, 0, matchColumns(sheet, 0, [], new Map()), {
    ...NO_CHOICES,
    ...choices,
  });
  const checked = table.rows.map((row) => checkRow(row, '2026-01-01'));
  return {
    ...table,
    texts: table.rows.map(({ texts }) => texts.get(field) ?? ''),
    codes: checked.map(({ notes }) => notes.get(field)?.code ?? null),
    levels: checked.map(({ notes }) => notes.get(field)?.level ?? null),
  };
}

const cell = (kind: SheetCell['kind'], text: string): SheetCell => ({ kind, text });

describe('a number that a spreadsheet cut', () => {
  it.each([
    [`${SITE}.siret`, '3,56E+13'],
    [`${SITE}.siret`, '3.56E+13'],
    ['external_id', '1E+05'],
    ['external_id', cell('number', '1234567890123456700')],
  ])('in %s is an error and is not changed: %j', (field, damaged) => {
    const { codes, levels, texts } = column(field, [damaged]);
    expect([codes, levels]).toEqual([['number-cut'], ['error']]);
    expect(texts).toEqual([typeof damaged === 'string' ? damaged : damaged.text]);
  });

  it.each([
    [`${SITE}.latitude`, '1E-07'],
    ['external_id', '1E5'],
    ['note', '3,56E+13'],
    ['external_id', cell('number', '35600000000048')],
  ])('is none in %s: %j', (field, good) => {
    expect(column(field, [good]).codes).toEqual([null]);
  });
});

describe('a zero that a spreadsheet took', () => {
  it.each([
    [`${SITE}.siret`, '5580113000016', '05580113000016'],
    [`${SITE}.postcode`, '1000', '01000'],
    [`${SITE}.insee_code`, '1053', '01053'],
    [`${SITE}.contact1_phone_number`, '612345678', '0612345678'],
    [`${SITE}.contact2_phone_number`, '6 12 34 56 78', '0612345678'],
  ])('in %s is proposed for the column: %s', (field, text, becomes) => {
    const { proposals, texts } = column(field, [text, '', text]);
    expect(proposals).toEqual([{ kind: 'leading-zero', field, cells: 2, rowNumber: 2, text, becomes }]);
    expect(texts).toEqual([text, text]);
    expect(column(field, [text, text], { withZeros: new Set([field]) }).texts).toEqual([becomes, becomes]);
  });

  it('is not seen in other codes', () => {
    expect(column('business_code', ['1000']).proposals).toEqual([]);
    expect(column(`${SITE}.postcode`, ['76000', '100']).proposals).toEqual([]);
  });
});

describe('a date in a column of text', () => {
  it('is an error where the cell is of type date', () => {
    const { codes, levels, texts } = column('external_id', [cell('date', '2012-03-01')]);
    expect([codes, levels, texts]).toEqual([['date-in-text'], ['error'], ['2012-03-01']]);
  });

  it.each(['MAR-12', 'mars-12', '12-mars', '1-avr.', 'déc-24', '03/08/2026'])(
    'is a warning as text: %s',
    (text) => {
      const { codes, levels, texts } = column('external_id', [text]);
      expect([codes, levels, texts]).toEqual([['date-like'], ['warning'], [text]]);
    },
  );

  it.each(['MARSEILLE', 'Mars', 'REF-12', '2026'])('is none: %s', (text) => {
    expect(column('external_id', [text]).codes).toEqual([null]);
  });
});

describe('a day', () => {
  const FIELD = 'scheduled_delivery_date';

  it.each([
    ['2026-08-03', '2026-08-03'],
    ['2026/08/03', '2026-08-03'],
    ['13/08/2026', '2026-08-13'],
    ['08/13/2026', '2026-08-13'],
    ['13.8.2026', '2026-08-13'],
    ['8/8/2026', '2026-08-08'],
    ['13/08/2026 00:00:00', '2026-08-13'],
  ])('%s is read', (text, day) => {
    expect(column(FIELD, [text]).texts).toEqual([day]);
    expect(column(FIELD, [text]).codes).toEqual([null]);
  });

  it('is read as its cell of type date says', () => {
    expect(column(FIELD, [cell('date', '2026-08-03')])).toMatchObject({
      texts: ['2026-08-03'],
      codes: [null],
    });
  });

  it('is read in the order of its column', () => {
    expect(column(FIELD, ['03/08/2026', '25/08/2026']).texts).toEqual(['2026-08-03', '2026-08-25']);
    expect(column(FIELD, ['03/08/2026', '08/25/2026']).texts).toEqual(['2026-03-08', '2026-08-25']);
  });

  it('of either order is one question with both readings', () => {
    const days = { 'day-first': '2026-08-03', 'month-first': '2026-03-08' };
    const { proposals, codes } = column(FIELD, ['03/08/2026', '04/08/2026', '2026-08-05']);
    expect(proposals).toEqual([
      { kind: 'date-order', field: FIELD, cells: 2, rowNumber: 2, text: '03/08/2026', days },
    ]);
    expect(codes).toEqual(['date-order', 'date-order', null]);
    expect(column(FIELD, ['03/08/2026'], { dateOrder: 'day-first' }).texts).toEqual(['2026-08-03']);
    expect(column(FIELD, ['03/08/2026'], { dateOrder: 'month-first' }).texts).toEqual(['2026-03-08']);
  });

  it('of a column in both orders is not guessed', () => {
    const cells = ['13/08/2026', '08/13/2026', '03/08/2026'];
    expect(column(FIELD, cells).codes).toEqual([null, null, 'date-order']);
    expect(column(FIELD, cells, { dateOrder: 'day-first' }).codes).toEqual([null, 'date-unreadable', null]);
  });

  it.each([
    ['03/08/26', 'date-short-year'],
    ['soon', 'date-unreadable'],
    ['31/02/2026', 'date-unreadable'],
    ['2026-02-30', 'date-unreadable'],
  ])('%s is refused', (text, code) => {
    expect(column(FIELD, [text])).toMatchObject({ codes: [code], levels: ['error'], texts: [text] });
  });

  it('as a number is refused', () => {
    expect(column(FIELD, [cell('number', '46237')])).toMatchObject({
      codes: ['date-serial'],
      texts: ['46237'],
    });
  });
});

describe('yes and no', () => {
  it.each(['oui', 'Oui', 'OUI ', 'x', 'X', '1', 'vrai', 'TRUE', 'yes'])('%j is yes', (text) => {
    expect(column('siret_known', [text])).toMatchObject({ texts: ['true'], codes: [null] });
  });

  it.each(['non', 'No', '0', 'FAUX', 'false'])('%j is no', (text) => {
    expect(column('siret_known', [text])).toMatchObject({ texts: ['false'], codes: [null] });
  });

  it('are nothing else', () => {
    expect(column('siret_known', ['peut-être', 'ok', '2']).codes).toEqual(['yes-no', 'yes-no', 'yes-no']);
  });
});

describe('a list of options', () => {
  it.each(['2210; 7021', '2210,7021', '2210\n7021', '2210\r\n7021', ' 2210 ;7021; ', '2210|7021'])(
    'is read: %j',
    (text) => {
      const { rows } = column('option_ids', [text]);
      const [row] = rows;
      expect(row && checkRow(row, '2026-01-01').values.option_ids).toEqual(['2210', '7021']);
    },
  );

  it('with 7021 asks for the CPE', () => {
    const [row] = column('option_ids', ['7021']).rows;
    const issues = row ? checkRow(row, '2026-01-01').issues : [];
    expect(issues.filter(({ code }) => code === 'required-for-cpe').map(({ key }) => key)).toEqual([
      'cpe_networking_number',
      'cpe_serial_number',
    ]);
  });

  it('that became one number is an error', () => {
    expect(column('option_ids', [cell('number', '2210.7021')]).codes).toEqual(['list-number']);
    expect(column('option_ids', [cell('number', '7021')]).codes).toEqual([null]);
  });
});

describe('characters that cannot be seen', () => {
  const NAME = 'end_customer_name';

  it.each([
    'Mairie\u00A0de Rouen',
    'Mairie de\u200B Rouen',
    '\u202AMairie de Rouen\u202C',
    ' Mairie de Rouen',
    'Mairie de Rouen\n',
  ])('are shown, and kept until the person decides: %j', (text) => {
    const { texts, codes, levels, proposals } = column(NAME, [text]);
    expect([texts, codes, levels]).toEqual([[text], ['invisible'], ['info']]);
    expect(proposals).toMatchObject([{ kind: 'invisible', cells: 1, becomes: 'Mairie de Rouen' }]);
    expect(column(NAME, [text], { cleaned: new Set([NAME]) })).toMatchObject({
      texts: ['Mairie de Rouen'],
      codes: [null],
    });
  });

  it('include accents in two parts', () => {
    expect(column(NAME, ['Cafe\u0301']).codes).toEqual(['invisible']);
    expect(column(NAME, ['Café']).codes).toEqual([null]);
  });

  it('go from codes at once', () => {
    expect(column(`${SITE}.siret`, ['\u200E73282932000074\u00A0'])).toMatchObject({
      texts: ['73282932000074'],
      codes: [null],
      proposals: [],
    });
  });
});

describe('a cell without a value', () => {
  it.each(['#N/A', '#REF!', '#VALEUR!', '#NOM?', '#DIV/0!', '####'])('is an error as text: %s', (text) => {
    expect(column('note', [text])).toMatchObject({ codes: ['error-value'], levels: ['error'] });
  });

  it.each([
    ['error', '#N/A', 'error-value'],
    ['no-value', '', 'no-value'],
  ] as const)('is an error of kind %s', (kind, text, code) => {
    expect(column('note', [cell(kind, text)])).toMatchObject({ codes: [code], levels: ['error'] });
  });
});

it('keeps formulas, markup and right-to-left text to the letter', () => {
  const texts = ['=1+1', '<b onclick="x()">', 'שלום', '@SUM(A1)', 'x'.repeat(100_000)];
  expect(column('note', texts).texts).toEqual(texts);
  expect(column('note', texts).codes).toEqual([null, null, null, null, null]);
});

it('says before that a quote line has locked fields', () => {
  expect(column('quote_item_id', ['Q-1'])).toMatchObject({ codes: ['quote-lock'], levels: ['info'] });
});

it('leaves hidden rows out where the person says so', () => {
  const sheet = aSheet([['note'], ['a'], ['b']]);
  const rows = sheet.rows.map((row) => ({ ...row, isHidden: row.number === 2 }));
  const columns = matchColumns(sheet, 0, [], new Map());
  const read = (withHiddenRows: boolean) =>
    readImportRows({ ...sheet, rows }, 0, columns, { ...NO_CHOICES, withHiddenRows }).rows.map(
      ({ rowNumber }) => rowNumber,
    );
  expect([read(true), read(false)]).toEqual([[2, 3], [3]]);
});

it('leaves out rows whose matched columns are empty', () => {
  const sheet = aSheet([
    ['note', 'other'],
    ['a', ''],
    ['', 'b'],
    [' ', ''],
  ]);
  const { rows } = readImportRows(sheet, 0, matchColumns(sheet, 0, [], new Map()), NO_CHOICES);
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([2]);
});

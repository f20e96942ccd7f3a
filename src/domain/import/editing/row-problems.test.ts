import { describe, expect, it } from 'vitest';
import { checkRow } from '~/domain/import/check-rows';
import { cellLevels, nextProblem } from './row-problems';
import { withEdits } from './edited-rows';

const OFFER = ['product_offering_id', 'OFR-1'] as const;
const ITEM = ['product_offering_qualification_item_id', 'EL-1'] as const;
const checked = (...texts: readonly (readonly [string, string])[]) =>
  checkRow({ rowNumber: 2, texts: new Map(texts), notes: new Map() }, '2026-08-01');

describe('the level of a cell', () => {
  it('is blocking without an offer', () => {
    const levels = cellLevels(checked(ITEM));
    expect(levels.get('product_offering_id')).toBe('blocking');
    expect(levels.get('product_offering_qualification_item_id')).toBeUndefined();
  });

  it('is open where the confirmation needs a value', () => {
    expect(cellLevels(checked(OFFER, ITEM)).get('enni')).toBe('open');
  });

  it('is blocking for a cut number', () => {
    const siret = 'related_contact_information.0.siret';
    expect(cellLevels(checked(OFFER, ITEM, [siret, '3,56E+13'])).get(siret)).toBe('blocking');
  });

  it('is a warning for what is doubtful', () => {
    const levels = cellLevels(checked(OFFER, ITEM, ['scheduled_delivery_date', '2026-07-01']));
    expect(levels.get('scheduled_delivery_date')).toBe('warning');
  });
});

describe('the next problem', () => {
  const fields = ['product_offering_id', 'product_offering_qualification_item_id', 'enni'];
  const rows = [checked(OFFER, ITEM, ['enni', 'A']), checked(ITEM, ['enni', 'A']), checked(OFFER, ITEM)];

  it('is found row by row', () => {
    const first = nextProblem(rows, fields, { row: 0, column: 0 }, 1);
    expect(first).toEqual({ row: 1, column: 0 });
    expect(first && nextProblem(rows, fields, first, 1)).toEqual({ row: 2, column: 2 });
  });

  it('goes on around the end, both ways', () => {
    expect(nextProblem(rows, fields, { row: 2, column: 2 }, 1)).toEqual({ row: 1, column: 0 });
    expect(nextProblem(rows, fields, { row: 1, column: 0 }, -1)).toEqual({ row: 2, column: 2 });
  });

  it('is none where nothing is the matter', () => {
    expect(nextProblem(rows.slice(0, 1), fields, { row: 0, column: 0 }, 1)).toBeNull();
    expect(nextProblem([], fields, { row: 0, column: 0 }, 1)).toBeNull();
  });
});

describe('an edited row', () => {
  const row = {
    rowNumber: 2,
    texts: new Map([OFFER]),
    notes: new Map([['enni', { code: 'error-value', level: 'error' } as const]]),
  };

  it('has the new text, without the old note', () => {
    const [edited] = withEdits([row], { texts: new Map([[2, new Map([['enni', 'A']])]]) });
    expect(edited?.texts.get('enni')).toBe('A');
    expect(edited?.texts.get('product_offering_id')).toBe('OFR-1');
    expect(edited?.notes.size).toBe(0);
  });

  it('stays the same until it is edited again', () => {
    const texts = new Map([[2, new Map([['enni', 'A']])]]);
    expect(withEdits([row], { texts })[0]).toBe(withEdits([row], { texts })[0]);
    expect(withEdits([{ ...row }], { texts })[0]).not.toBe(withEdits([row], { texts })[0]);
  });
});

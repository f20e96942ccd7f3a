import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLineValues, readOrderLine, type LineValues, type OrderLine } from '~/contract/order-line';
import { startBatch } from './start-batch';
import { foundValues, holdsRow, isAsMade, madeValues, matchRows, serverOwnFields } from './row-match';
import { readBatch, storedHead, storedRow } from './stored-batch';

const NONE = new Set<string>();

function values(changes: Partial<LineValues> = {}): LineValues {
  return {
    ...emptyLineValues(),
    product_offering_id: 'O',
    product_offering_qualification_item_id: 'E',
    external_id: 'R-1',
    note: 'Une',
    ...changes,
  };
}

function line(id: string, changes: object = {}): OrderLine {
  return readOrderLine({ ...values(), related_contact_information: [], id, ...changes });
}

describe('a line of the cart', () => {
  it.each(['product_offering_id', 'product_offering_qualification_item_id', 'external_id', 'note', 'enni'])(
    'is another one with another %s',
    (field) => {
      expect(holdsRow(values({ enni: 'X' }), line('L', { enni: 'X' }), NONE)).toBe(true);
      expect(holdsRow(values({ enni: 'X' }), line('L', { enni: 'X', [field]: 'other' }), NONE)).toBe(false);
    },
  );

  it('may be filled further than what was sent', () => {
    expect(holdsRow(values(), line('L', { technical_note: 'Deux' }), NONE)).toBe(true);
  });

  it('is known by a reference of the desk alone', () => {
    const own = `ot-${'a'.repeat(22)}`;
    const row = values({ external_id: own });
    expect(holdsRow(row, line('L', { external_id: own, note: 'Changed' }), NONE)).toBe(true);
  });

  it('is compared without the values of the server', () => {
    const sent = values({ enni: 'X' });
    const made = madeValues(sent, line('L', { enni: 'SERVER' }));
    const own = serverOwnFields([{ values: sent, state: { kind: 'created', lineId: 'L', made } }]);
    expect([...own]).toEqual(['enni']);
    expect(holdsRow(sent, line('M', { enni: 'SERVER' }), own)).toBe(true);
  });
});

describe('matching', () => {
  const holds = (row: LineValues, other: OrderLine) => holdsRow(row, other, NONE);
  const ids = (rows: readonly LineValues[], lines: readonly OrderLine[]) =>
    matchRows(rows, lines, holds, 'several').map((match) =>
      match.kind === 'line' ? match.line.id : match.kind,
    );

  it('gives equal rows equal lines in their order', () => {
    expect(ids([values(), values()], [line('A'), line('B')])).toEqual(['A', 'B']);
    expect(ids([values(), values()], [line('A')])).toEqual(['A', 'none']);
  });

  it('leaves it open which of too many lines it is', () => {
    expect(ids([values()], [line('A'), line('B')])).toEqual(['several']);
  });

  it('never gives one line to two rows', () => {
    const anyRow = constantFrom(values(), values({ note: 'Deux' }), values({ external_id: 'R-2' }));
    assert(
      property(array(anyRow, { maxLength: 8 }), array(anyRow, { maxLength: 8 }), (rows, others) => {
        const lines = others.map((other, index) => line(String(index), other));
        const taken = matchRows(rows, lines, holds, 'first').flatMap((match) =>
          match.kind === 'line' ? [match.line.id] : [],
        );
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

describe('a created line', () => {
  it('is as it was made until it is changed', () => {
    const made = madeValues(values(), line('L'));
    expect(isAsMade(made, line('L'))).toBe(true);
    expect(isAsMade(made, line('L', { note: 'Deux' }))).toBe(false);
    expect(isAsMade(made, line('L', { technical_note: 'Deux' }))).toBe(false);
    expect(isAsMade(made, line('L', { related_contact_information: [{ city: 'Lyon' }] }))).toBe(false);
  });

  it('that a reading found counts as it was sent', () => {
    const made = foundValues(values(), line('L', { note: 'Changed since' }), NONE);
    expect(isAsMade(made, line('L', { note: 'Changed since' }))).toBe(false);
    expect(isAsMade(made, line('L'))).toBe(true);
  });
});

describe('a batch', () => {
  let count = 0;
  const random = () => String((count += 1)).padStart(22, 'x');
  const plan = {
    kind: 'duplicate',
    cart: { external_id: '', project_id: 'P' },
    source: { cartId: 'S', name: 'Cart' },
    rows: ['', 'R-1', `ot-${'a'.repeat(22)}`].map((external_id) => ({
      values: values({ external_id }),
      copied: { id: 'L', fingerprint: 'F' },
      rejections: { note: 'X-99' },
    })),
  } as const;

  it('gives a row without a reference one of the desk', () => {
    const references = startBatch(plan, random, 0).rows.map((row) => row.values.external_id);
    expect(references).toEqual([expect.stringMatching(/^ot-/), 'R-1', expect.stringMatching(/^ot-x/)]);
  });

  it('of an import goes into the cart that is there', () => {
    const source = { cartId: '', name: 'sites.xlsx' };
    const batch = startBatch({ ...plan, kind: 'import', cartId: 'C', source }, random, 0);
    expect(batch).toMatchObject({ cartId: 'C', cart: { values: plan.cart, state: 'there' } });
  });

  it.each([plan, { ...plan, kind: 'import', cartId: 'C' } as const])(
    'is the same after it was stored',
    (stored) => {
      const batch = startBatch(stored, random, 5);
      const head: unknown = JSON.parse(JSON.stringify(storedHead(batch)));
      const rows = batch.rows.map((row): unknown => JSON.parse(JSON.stringify(storedRow(row))));
      expect(readBatch(head, rows)).toEqual(batch);
    },
  );
});

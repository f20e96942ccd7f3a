import { describe, expect, it } from 'vitest';
import {
  CREATION_ONLY_FIELDS,
  LINE_FIELDS,
  readOrderLine,
  readOrderLineSummary,
  UNPROMISED_FIELDS,
  UPDATE_FIELDS,
} from './order-line';
import {
  CONFIRM_ANSWER_TABLE,
  CREATION_ANSWER_TABLE,
  CREATION_TABLE,
  SUMMARY_FIELDS,
  UPDATE_ANSWER_TABLE,
  UPDATE_TABLE,
  type DocumentRow,
} from '~/contract/samples/tables';

const names = (table: readonly DocumentRow[]) => table.map(({ name }) => name);
const sorted = (fields: readonly string[]) => [...fields].toSorted();
const without = (table: readonly DocumentRow[], other: readonly DocumentRow[]) =>
  sorted(names(table).filter((name) => !names(other).includes(name)));

describe("the document's tables", () => {
  it('of creation is the list of writable fields', () => {
    expect(CREATION_TABLE).toHaveLength(26);
    expect(sorted(LINE_FIELDS)).toEqual(sorted(names(CREATION_TABLE)));
  });

  it('of update lists the fields of a PATCH', () => {
    expect(UPDATE_TABLE).toHaveLength(24);
    expect(sorted(UPDATE_FIELDS)).toEqual(sorted(names(UPDATE_TABLE)));
  });

  it('tell what can be set at creation only', () => {
    expect(sorted(CREATION_ONLY_FIELDS)).toEqual(without(CREATION_TABLE, UPDATE_TABLE));
  });

  it('of no answer to a write promise the unpromised fields', () => {
    expect(sorted(UNPROMISED_FIELDS)).toEqual(without(CREATION_TABLE, CREATION_ANSWER_TABLE));
    for (const table of [UPDATE_ANSWER_TABLE, CONFIRM_ANSWER_TABLE]) {
      expect(without(CREATION_TABLE, table)).toEqual(sorted([...UNPROMISED_FIELDS, ...CREATION_ONLY_FIELDS]));
    }
  });

  it.each([
    ['creation', CREATION_ANSWER_TABLE],
    ['update', UPDATE_ANSWER_TABLE],
    ['confirmation', CONFIRM_ANSWER_TABLE],
  ])('of the answer to %s has a place for every field in a line', (_, table) => {
    const line = readOrderLine({ id: 'L' });
    expect(names(table).filter((name) => !(name in line))).toEqual([]);
  });

  it.each(
    [...CREATION_ANSWER_TABLE]
      .filter(({ name, type }) => name !== 'id' && type !== 'array')
      .map(({ name, type }) => [name, type === 'number' ? 4 : 'x'] as const),
  )('give the answer a field %s that is read and not unknown', (name, value) => {
    const line = readOrderLine({ id: 'L', [name]: value });
    expect(Object.entries(line)).toContainEqual([name, String(value)]);
    expect(line.unknown).toEqual({});
  });

  it('of the list of lines is one row', () => {
    const raw = Object.fromEntries(SUMMARY_FIELDS.map((name, index) => [name, `value ${index}`]));
    expect(SUMMARY_FIELDS).toHaveLength(14);
    expect(readOrderLineSummary({ ...raw, more: 1 })).toEqual(raw);
  });

  it('make vlan_reference the one number', () => {
    for (const table of [
      CREATION_TABLE,
      UPDATE_TABLE,
      CREATION_ANSWER_TABLE,
      UPDATE_ANSWER_TABLE,
      CONFIRM_ANSWER_TABLE,
    ]) {
      expect(table.filter(({ type }) => type === 'number').map(({ name }) => name)).toEqual([
        'vlan_reference',
      ]);
    }
  });
});

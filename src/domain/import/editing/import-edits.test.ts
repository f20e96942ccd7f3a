import { describe, expect, it } from 'vitest';
import { editImport, hasEdits, noEdits, type ImportEditAction, type ImportEdits } from './import-edits';
import { NO_CHOICES } from '~/domain/import/read-rows';

const WITH_ZEROS = { ...NO_CHOICES, withZeros: new Set(['related_contact_information.0.postcode']) };

function after(...actions: readonly ImportEditAction[]): ImportEdits {
  return actions.reduce<ImportEdits>(editImport, noEdits(NO_CHOICES));
}

const write = (row: number, field: string, text: string): ImportEditAction => ({
  type: 'write',
  cells: [{ row, field, text }],
});
const undo: ImportEditAction = { type: 'undo' };
const redo: ImportEditAction = { type: 'redo' };

describe('a cell', () => {
  it('has the last text that was given', () => {
    const { present } = after(write(2, 'enni', 'A'), write(2, 'note', 'B'), write(2, 'enni', 'C'));
    expect(present.texts.get(2)).toEqual(
      new Map([
        ['enni', 'C'],
        ['note', 'B'],
      ]),
    );
  });

  it('is one step with the others of a block', () => {
    const cells = [2, 3].map((row) => ({ row, field: 'enni', text: 'A' }));
    const { present } = after({ type: 'write', cells }, undo);
    expect(present.texts.size).toBe(0);
  });
});

describe('undo and redo', () => {
  it('bring back each step to the letter', () => {
    const steps = [write(1, 'enni', 'A'), write(1, 'enni', 'B'), { type: 'leave-out', rows: [4] } as const];
    const states = steps.map((_, index) => after(...steps.slice(0, index + 1)).present);
    const undone = after(...steps, undo, undo);
    expect(undone.present).toEqual(states[0]);
    expect(editImport(editImport(undone, redo), redo).present).toEqual(states[2]);
  });

  it('change nothing at the ends', () => {
    const edits = after(write(1, 'enni', 'A'));
    expect(editImport(edits, redo)).toBe(edits);
    expect(after(undo)).toEqual(noEdits(NO_CHOICES));
  });

  it('take back an answer about a column', () => {
    const edits = after({ type: 'choose', choices: WITH_ZEROS });
    expect(edits.present.choices).toBe(WITH_ZEROS);
    expect(editImport(edits, undo).present.choices).toBe(NO_CHOICES);
  });

  it('forget what was undone once something is written', () => {
    expect(after(write(1, 'enni', 'A'), undo, write(1, 'note', 'B')).future).toEqual([]);
  });

  it('know the last hundred steps', () => {
    const steps = Array.from({ length: 120 }, (_, index) => write(1, 'enni', String(index)));
    expect(after(...steps).past).toHaveLength(100);
  });
});

describe('a row', () => {
  it('is left out and taken in again', () => {
    const edits = after({ type: 'leave-out', rows: [4, 5] }, { type: 'take-in', rows: [5] });
    expect([...edits.present.leftOut]).toEqual([4]);
  });

  it('that is left out already is no step', () => {
    expect(after({ type: 'leave-out', rows: [4] }, { type: 'leave-out', rows: [4] }).past).toHaveLength(1);
  });
});

it('a page is safe to leave once all is undone', () => {
  expect(hasEdits(after())).toBe(false);
  expect(hasEdits(after(write(1, 'enni', 'A')))).toBe(true);
  expect(hasEdits(after(write(1, 'enni', 'A'), undo))).toBe(false);
});

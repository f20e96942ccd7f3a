import { describe, expect, it } from 'vitest';
import { emptyLineValues, readOrderLine } from '~/contract/order-line';
import { CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { LineEditStore } from './line-edit';

const TODAY = '2026-03-02';
const saved = readOrderLine(CREATE_LINE_ANSWER);

describe('editing a line', () => {
  it('begins with its open points and no change', () => {
    const store = new LineEditStore({ saved, base: saved, today: TODAY });
    expect(store.edit().changed).toEqual([]);
    expect(store.edit().issues.map(({ key }) => key)).toContain('enni');
  });

  it('follows what is typed: the changes, and the points that it closes', () => {
    const store = new LineEditStore({ saved, base: saved, today: TODAY });
    store.typed({ ...saved, enni: 'AZ001234' });
    expect(store.edit().changed).toEqual(['enni']);
    expect(store.edit().issues.map(({ key }) => key)).not.toContain('enni');
    store.typed(saved);
    expect(store.edit().changed).toEqual([]);
  });

  it('counts changes from what the form began with, not from what is saved', () => {
    const begun = { ...saved, note: 'mine' };
    const store = new LineEditStore({ saved: { ...saved, note: 'theirs' }, base: begun, today: TODAY });
    store.typed(begun);
    expect(store.edit().changed).toEqual([]);
  });

  it('says what was said against a value as long as that value stands', () => {
    const store = new LineEditStore({ saved, base: saved, today: TODAY });
    store.refused({ texts: new Map([['note', 'Too long']]), of: { ...saved, note: 'sent' } });
    expect(store.field('note').verdict).toBeUndefined();
    store.typed({ ...saved, note: 'sent' });
    expect(store.field('note').verdict).toBe('Too long');
    store.typed({ ...saved, note: 'short' });
    expect(store.field('note').verdict).toBeUndefined();
  });

  it('gives one object for a field until something about it changes', () => {
    const store = new LineEditStore({ saved, base: saved, today: TODAY });
    const [note, enni] = [store.field('note'), store.field('enni')];
    store.typed({ ...saved, enni: 'AZ001234', note: 'x' });
    expect(store.field('note')).toBe(note);
    expect(store.field('enni')).not.toBe(enni);
  });

  it('gives the same answer until something is typed', () => {
    const store = new LineEditStore({ saved: null, base: emptyLineValues(), today: TODAY });
    expect(store.edit()).toBe(store.edit());
  });

  it('answers at once of what is being typed, and tells it once it is asked to', () => {
    const store = new LineEditStore({ saved, base: saved, today: TODAY });
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.typing({ ...saved, note: 'a' });
    store.typing({ ...saved, note: 'ab' });
    expect(store.edit().values.note).toBe('ab');
    expect(store.edit().changed).toEqual(['note']);
    expect(told).toBe(0);
    store.tell();
    store.tell();
    expect(told).toBe(1);
  });

  it('tells who keeps the text at once, and of every text that is typed', () => {
    const store = new LineEditStore({ saved, base: saved, today: TODAY });
    const told: string[] = [];
    store.subscribe(() => told.push('listener'));
    store.subscribeToTyping(({ note }) => told.push(`keeper of ${note}`));
    store.typing({ ...saved, note: 'a' });
    expect(told).toEqual(['keeper of a']);
    store.tell();
    store.typed({ ...saved, note: 'ab' });
    expect(told).toEqual(['keeper of a', 'listener', 'keeper of ab', 'listener']);
    store.settle();
    expect(told.slice(4)).toEqual(['listener']);
    expect(store.edit().changed).toEqual([]);
  });

  it('tells those who listen, until they stop', () => {
    const store = new LineEditStore({ saved: null, base: emptyLineValues(), today: TODAY });
    let told = 0;
    const stop = store.subscribe(() => {
      told += 1;
    });
    store.typed({ ...emptyLineValues(), note: 'a' });
    stop();
    store.typed({ ...emptyLineValues(), note: 'ab' });
    expect(told).toBe(1);
    expect(store.edit().values.note).toBe('ab');
  });
});

import { describe, expect, it } from 'vitest';
import { emptyLineValues, readOrderLine } from '~/contract/order-line';
import { CREATE_LINE_ANSWER } from '~/contract/samples/lines';
import { LineEditStore } from './line-edit';

const TODAY = '2026-03-02';
const saved = readOrderLine(CREATE_LINE_ANSWER);

describe('editing a line', () => {
  it('begins with its open points and no change', () => {
    const store = new LineEditStore(saved, saved, TODAY);
    expect(store.edit().changed).toEqual([]);
    expect(store.edit().issues.map(({ key }) => key)).toContain('enni');
  });

  it('follows what is typed: the changes, and the points that it closes', () => {
    const store = new LineEditStore(saved, saved, TODAY);
    store.typed({ ...saved, enni: 'AZ001234' });
    expect(store.edit().changed).toEqual(['enni']);
    expect(store.edit().issues.map(({ key }) => key)).not.toContain('enni');
    store.typed(saved);
    expect(store.edit().changed).toEqual([]);
  });

  it('counts changes from what the form began with, not from what is saved', () => {
    const begun = { ...saved, note: 'mine' };
    const store = new LineEditStore({ ...saved, note: 'theirs' }, begun, TODAY);
    store.typed(begun);
    expect(store.edit().changed).toEqual([]);
  });

  it('gives the same answer until something is typed', () => {
    const store = new LineEditStore(null, emptyLineValues(), TODAY);
    expect(store.edit()).toBe(store.edit());
  });

  it('tells those who listen, until they stop', () => {
    const store = new LineEditStore(null, emptyLineValues(), TODAY);
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

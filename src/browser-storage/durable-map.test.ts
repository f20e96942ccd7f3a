import { describe, expect, it } from 'vitest';
import { createDurableMap } from './durable-map';

/* There is no IndexedDB here: the storage refuses. */

const readText = (stored: unknown) => (typeof stored === 'string' ? stored : null);

describe('a map whose storage refuses', () => {
  it('holds its records as long as the page', async () => {
    const map = createDurableMap({ store: 'orders', read: readText });
    await map.ready();
    expect(await map.set('a', 'one')).toBe(false);
    expect(map.all()).toEqual({ a: 'one' });
    expect(map.onDisk('a')).toBeNull();
    await map.remove('a');
    expect(map.all()).toEqual({});
  });

  it('keeps the same object until something changes', async () => {
    const map = createDurableMap({ store: 'orders', read: readText });
    await map.set('a', 'one');
    expect(map.all()).toBe(map.all());
  });

  it('calls its listeners with each change', async () => {
    const map = createDurableMap({ store: 'orders', read: readText });
    const seen: unknown[] = [];
    const end = map.subscribe(() => seen.push(map.all()['a']));
    await map.set('a', 'one');
    end();
    await map.set('a', 'two');
    expect(seen).toContain('one');
    expect(seen).not.toContain('two');
  });

  it('shows an older version’s records and leaves them there', async () => {
    let isRemoved = false;
    const older = { records: () => ({ a: 'old' }), remove: () => void (isRemoved = true) };
    const map = createDurableMap({ store: 'orders', read: readText, older });
    await map.ready();
    expect(map.all()).toEqual({ a: 'old' });
    expect(isRemoved).toBe(false);
  });
});

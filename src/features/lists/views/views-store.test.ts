import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createViewsStore } from './views-store';

const DEFAULTS = { all: ['name', 'state', 'date', 'id'], shown: ['name', 'state'] };
const USUAL = { columns: ['name', 'state'], widths: {}, pinFirst: false, density: 'comfortable' } as const;
const CHOSEN = {
  columns: ['date', 'name'],
  widths: { name: 300, date: 90 },
  pinFirst: true,
  density: 'compact',
} as const;
const VIEW = { name: 'Mine', search: { state: 'created', sort: 'state' }, settings: CHOSEN };
const KEY = 'views';

const kept = new Map<string, string>();
const textOf = (name: string) => ({
  isReady: true,
  isStored: true,
  ready: () => Promise.resolve(),
  read: () => kept.get(name) ?? null,
  write: (text: string) => void kept.set(name, text),
  subscribe: () => undefined,
});
const visit = () => createViewsStore(textOf(KEY), textOf(`${KEY}.aside`), DEFAULTS);

beforeEach(() => {
  kept.clear();
});

describe('a saved view', () => {
  it('is the same at the next visit', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    const [saved] = store.get().views;
    expect(saved).toMatchObject(VIEW);
    expect(visit().get()).toEqual({ views: [saved], start: null, openId: null, problem: null });
  });

  it('is open once it is saved', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    expect(store.get().openId).toBe(store.get().views[0]?.id);
  });

  it('saved as new leaves the old one untouched', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    const [before] = store.get().views;
    store.saveAsNew({ ...VIEW, name: 'Other', search: { state: 'in_progress' } });
    const [old, other] = visit().get().views;
    expect(old).toEqual(before);
    expect(other).toMatchObject({ name: 'Other', search: { state: 'in_progress' } });
    expect(other?.id).not.toBe(old?.id);
  });

  it('updates without changing its name or other views', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    store.saveAsNew({ ...VIEW, name: 'Other' });
    const [mine] = store.get().views;
    store.update(mine?.id ?? '', { search: { search: 'x' }, settings: USUAL });
    expect(visit().get().views).toMatchObject([
      { id: mine?.id, name: 'Mine', search: { search: 'x' }, settings: USUAL },
      { ...VIEW, name: 'Other' },
    ]);
  });

  it('closes when it is deleted', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    store.saveAsNew({ ...VIEW, name: 'Other' });
    const [mine, other] = store.get().views;
    store.remove(mine?.id ?? '');
    expect(store.get()).toMatchObject({ views: [other], openId: other?.id });
    store.remove(other?.id ?? '');
    expect(store.get()).toMatchObject({ views: [], openId: null });
    expect(visit().get().views).toEqual([]);
  });

  it('can be what a person starts with', () => {
    visit().startWith('drafts');
    expect(visit().get()).toMatchObject({ start: 'drafts', problem: null });
    visit().startWith(null);
    expect(visit().get().start).toBeNull();
  });

  it('is no start view after its deletion', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    const id = store.get().views[0]?.id ?? '';
    store.startWith(id);
    store.remove(id);
    expect(visit().get()).toMatchObject({ views: [], start: null, problem: null });
  });

  it('is restored in place, open and as start view', () => {
    const store = visit();
    store.saveAsNew({ ...VIEW, name: 'Other' });
    store.saveAsNew(VIEW);
    store.saveAsNew({ ...VIEW, name: 'Third' });
    const mine = store.get().views[1]?.id ?? '';
    store.open(mine);
    store.startWith(mine);
    const before = store.get();
    store.remove(mine)?.();
    expect(store.get()).toEqual(before);
    expect(store.remove('nobody')).toBeNull();
  });

  it('is told to who listens, until they listen no more', () => {
    const store = visit();
    const heard = vi.fn<() => void>();
    const leave = store.subscribe(heard);
    store.saveAsNew(VIEW);
    store.open(null);
    leave();
    store.startWith(null);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe('two tabs', () => {
  it('both keep what they save', () => {
    const [one, other] = [visit(), visit()];
    one.saveAsNew(VIEW);
    other.saveAsNew({ ...VIEW, name: 'Other' });
    one.startWith('drafts');
    expect(visit().get()).toMatchObject({
      views: [{ name: 'Mine' }, { name: 'Other' }],
      start: 'drafts',
    });
  });

  it('do not restore a view that the other deleted', () => {
    const one = visit();
    one.saveAsNew(VIEW);
    const [mine] = one.get().views;
    const other = visit();
    other.remove(mine?.id ?? '');
    one.open(mine?.id ?? null);
    expect(visit().get().views).toEqual([]);
    one.startWith(null);
    expect(one.get().views).toEqual([]);
  });
});

describe('where storage is blocked', () => {
  it('views last as long as the page', () => {
    const blocked = () => {
      throw new Error('blocked');
    };
    vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked });
    const store = visit();
    store.saveAsNew(VIEW);
    store.startWith('drafts');
    expect(store.get()).toMatchObject({ views: [VIEW], start: 'drafts', problem: null });
  });

  it('or full, they do too', () => {
    const store = visit();
    store.saveAsNew(VIEW);
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: () => {
        throw new Error('full');
      },
    });
    store.saveAsNew({ ...VIEW, name: 'Second' });
    store.saveAsNew({ ...VIEW, name: 'Third' });
    expect(store.get().views.map(({ name }) => name)).toEqual(['Mine', 'Second', 'Third']);
  });
});

describe('views that cannot be read', () => {
  it('are kept beside, also once new ones are saved', async () => {
    kept.set(KEY, '{broken');
    const store = visit();
    expect(store.get().problem).toBe('set-aside');
    store.saveAsNew(VIEW);
    expect(store.get().problem).toBeNull();
    await expect.poll(() => kept.get(`${KEY}.aside`)).toBe('{broken');
    expect(visit().get()).toMatchObject({ views: [VIEW], problem: null });
  });
});

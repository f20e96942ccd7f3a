import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { register, registeredShortcuts, switchCharacterShortcuts, type Shortcut } from './shortcuts';

/** As much of the browser as shortcuts look at. */
class StandInElement {
  closest = () => null;
}
class StandInDocument extends EventTarget {
  overlay: unknown = null;
  querySelector = () => this.overlay;
}

let page: StandInDocument;
let leave: (() => void)[];

beforeEach(() => {
  page = new StandInDocument();
  leave = [];
  const kept = new Map<string, string>();
  vi.stubGlobal('document', page);
  vi.stubGlobal('Element', StandInElement);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});
afterEach(() => {
  for (const away of leave) away();
  vi.unstubAllGlobals();
});

function aShortcut(keys: string) {
  return { keys, label: `does ${keys}`, group: 'List', run: vi.fn<() => void>() } satisfies Shortcut;
}

function mount(shortcuts: readonly Shortcut[], place: 'page' | 'every page' = 'page'): () => void {
  const away = register({ shortcuts, place });
  leave.push(away);
  return away;
}

/** Presses a key; says whether it was taken from the browser. */
function press(key: string): boolean {
  const event = new Event('keydown', { cancelable: true });
  return !page.dispatchEvent(Object.assign(event, { key, getModifierState: () => false }));
}

describe('a shortcut', () => {
  it('runs while registered, and takes the key from the browser', () => {
    const search = aShortcut('/');
    const away = mount([search]);
    expect(press('/')).toBe(true);
    expect(press('x')).toBe(false);
    away();
    expect(press('/')).toBe(false);
    expect(search.run).toHaveBeenCalledOnce();
  });

  it('that is only listed leaves the key to the browser', () => {
    mount([{ keys: 'Enter', label: 'Open', group: 'List' }]);
    expect(press('Enter')).toBe(false);
    expect(registeredShortcuts().map(({ label }) => label)).toEqual(['Open']);
  });

  it('gives way to a later one with the same keys', () => {
    const [first, second] = [aShortcut('n'), aShortcut('n')];
    mount([first]);
    const away = mount([second]);
    press('n');
    expect(registeredShortcuts()).toEqual([second]);
    away();
    press('n');
    expect([first.run.mock.calls.length, second.run.mock.calls.length]).toEqual([1, 1]);
  });

  it('does nothing behind a dialog', () => {
    const search = aShortcut('/');
    mount([search]);
    page.overlay = {};
    expect(press('/')).toBe(false);
    expect(search.run).not.toHaveBeenCalled();
  });

  it('of every page is listed first and gives way', () => {
    const [ofPage, general, hidden] = [aShortcut('n'), aShortcut('g l'), aShortcut('n')];
    mount([ofPage]);
    mount([general, hidden], 'every page');
    expect(registeredShortcuts().map(({ keys }) => keys)).toEqual(['g l', 'n']);
    press('n');
    expect([ofPage.run.mock.calls.length, hidden.run.mock.calls.length]).toEqual([1, 0]);
  });

  it('of a character can be switched off, others stay', () => {
    const [letter, sequence, escape] = [aShortcut('x'), aShortcut('g l'), aShortcut('Escape')];
    mount([letter, sequence, escape]);
    switchCharacterShortcuts('off');
    for (const key of ['x', 'g', 'l', 'Escape']) press(key);
    expect([letter, sequence, escape].map(({ run }) => run.mock.calls.length)).toEqual([0, 0, 1]);
    switchCharacterShortcuts('on');
    for (const key of ['x', 'g', 'l']) press(key);
    expect([letter, sequence, escape].map(({ run }) => run.mock.calls.length)).toEqual([1, 1, 1]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { register, registeredShortcuts, switchCharacterShortcuts, type Shortcut } from './shortcuts';

/** As much of the browser as shortcuts look at. */
class StandInElement {
  readonly #inner: unknown;
  constructor(inner?: unknown) {
    this.#inner = inner;
  }
  contains(other: unknown): boolean {
    return other !== null && other === this.#inner;
  }
}
class StandInDocument extends EventTarget {
  overlays: StandInElement[] = [];
  querySelectorAll = () => this.overlays;
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

function mount(shortcuts: readonly Shortcut[], within: Element | null = null): () => void {
  const away = register({ shortcuts: () => shortcuts, within: () => within });
  leave.push(away);
  return away;
}

/** Presses a key; says whether it was taken from the browser. */
function press(key: string): boolean {
  const event = new Event('keydown', { cancelable: true });
  return !page.dispatchEvent(Object.assign(event, { key, getModifierState: () => false }));
}

describe('a shortcut', () => {
  it('does its work as long as it is registered, and takes the key from the browser', () => {
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

  it('gives way to a later one with the same keys until that one is gone', () => {
    const [first, second] = [aShortcut('n'), aShortcut('n')];
    mount([first]);
    const away = mount([second]);
    press('n');
    expect(registeredShortcuts()).toEqual([second]);
    away();
    press('n');
    expect([first.run.mock.calls.length, second.run.mock.calls.length]).toEqual([1, 1]);
  });

  it('does nothing behind a dialog unless it belongs there', () => {
    const [ofPage, ofDialog] = [aShortcut('x'), aShortcut('y')];
    const inner = new Element();
    mount([ofPage]);
    mount([ofDialog], inner);
    page.overlays = [new StandInElement(inner)];
    press('x');
    press('y');
    page.overlays.push(new StandInElement());
    press('y');
    expect([ofPage.run.mock.calls.length, ofDialog.run.mock.calls.length]).toEqual([0, 1]);
  });

  it('of a letter or a sign can be switched off, and others stay', () => {
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

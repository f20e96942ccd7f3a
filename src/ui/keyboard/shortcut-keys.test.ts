import { describe, expect, it } from 'vitest';
import { beginsWithCharacter, KeySequence, pressedKey, type KeyPress } from './shortcut-keys';

function aPress(press: Partial<KeyPress>, ...locks: string[]): KeyPress {
  return {
    key: 'g',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: (name) => locks.includes(name),
    ...press,
  };
}

describe('a pressed key', () => {
  it.each([
    ['a letter', aPress({ key: 'g' }), 'g'],
    ['a letter with Caps Lock', aPress({ key: 'G' }, 'CapsLock'), 'g'],
    ['a letter with Shift', aPress({ key: 'G', shiftKey: true }), 'shift+g'],
    ['a letter with Shift and Caps Lock', aPress({ key: 'g', shiftKey: true }, 'CapsLock'), 'shift+g'],
    ['a sign that needs Shift on this keyboard', aPress({ key: '/', shiftKey: true }), '/'],
    ['the same sign where it needs none', aPress({ key: '/' }), '/'],
    ['a sign that needs AltGr', aPress({ key: '?', ctrlKey: true, altKey: true }, 'AltGraph'), '?'],
    ['a letter with Ctrl', aPress({ key: 'k', ctrlKey: true }), 'mod+k'],
    ['a letter with the command key', aPress({ key: 'k', metaKey: true }), 'mod+k'],
    ['a letter with Ctrl and Shift', aPress({ key: 'K', ctrlKey: true, shiftKey: true }), 'mod+shift+k'],
    ['a named key', aPress({ key: 'Escape' }), 'Escape'],
    ['a named key with Shift', aPress({ key: 'Enter', shiftKey: true }), 'shift+Enter'],
    ['the space bar', aPress({ key: ' ' }), 'Space'],
    ['Shift alone', aPress({ key: 'Shift', shiftKey: true }), null],
    ['Ctrl alone', aPress({ key: 'Control', ctrlKey: true }), null],
    ['a letter with Alt', aPress({ key: 'g', altKey: true }), null],
  ])('that is %s is told by what it types', (_, press, keys) => {
    expect(pressedKey(press)).toBe(keys);
  });
});

describe('a shortcut', () => {
  it.each(['?', '/', 'j', 'g l', 'shift+g', '1', 'Space'])('%s begins with a character', (keys) => {
    expect(beginsWithCharacter(keys)).toBe(true);
  });
  it.each(['mod+k', 'Escape', 'Enter', 'shift+Enter', 'F2', 'mod+k g'])(
    '%s begins with no character',
    (keys) => {
      expect(beginsWithCharacter(keys)).toBe(false);
    },
  );
});

describe('a sequence of keys', () => {
  const KNOWN = ['g l', 'g c', 'c', 'l', 'e', '?'];
  /** What each key completes; a number is a pause before the next key. */
  const completedBy = (...presses: (string | number)[]) => {
    const sequence = new KeySequence();
    let now = 5_000;
    return presses.flatMap((press) => {
      now += typeof press === 'number' ? press : 100;
      return typeof press === 'number' ? [] : [sequence.next(press, now, KNOWN)];
    });
  };

  it.each([
    ['a key alone', ['c'], ['c']],
    ['two keys one after the other', ['g', 'c'], [null, 'g c']],
    ['a sequence, then its last key alone', ['g', 'l', 'l'], [null, 'g l', 'l']],
    ['a sequence whose first key was held', ['g', 'g', 'g', 'l'], [null, null, null, 'g l']],
    ['a sequence with too long a pause', ['g', 1_000, 'c'], [null, 'c']],
    ['a sequence just in time', ['g', 900, 'c'], [null, 'g c']],
    ['a broken sequence', ['g', 'e', 'c'], [null, null, 'c']],
    ['a key that nothing begins with', ['q', 'c'], [null, 'c']],
  ])('is read: %s', (_, presses, completed) => {
    expect(completedBy(...presses)).toEqual(completed);
  });
});

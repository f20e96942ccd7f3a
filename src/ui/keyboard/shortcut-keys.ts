/*
 * How shortcuts are written: `?`, `Escape`, `mod+k` (Ctrl, or ⌘ on a Mac), and with a space between keys that are pressed
 * one after the other, `g l`. A key is what it types (`event.key`), not where it is: `?` and `/` are wherever the
 * person's keyboard has them, with Shift or without.
 */

/** What of a keyboard event tells the key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState: (name: string) => boolean;
};

/** In milliseconds: the longest pause between two keys of a sequence. */
const LONGEST_PAUSE = 1_000;

const MODIFIER = /^(Shift|Control|Alt|AltGraph|Meta)$/;

/** The pressed key as shortcuts are written; null for one that begins none: a modifier alone, or anything with Alt. */
export function pressedKey(press: KeyPress): string | null {
  // AltGr is how some keyboards type a sign; Windows reports it as Ctrl with Alt.
  const isAltGraph = press.getModifierState('AltGraph');
  if (MODIFIER.test(press.key) || (press.altKey && !isAltGraph)) return null;
  const mod = (press.ctrlKey || press.metaKey) && !isAltGraph ? 'mod+' : '';
  if (press.key === ' ') return `${mod}Space`;
  const isLetter = press.key.toLowerCase() !== press.key.toUpperCase() && press.key.length === 1;
  // The Shift that a sign needs is part of typing it. A letter is the same with Caps Lock.
  const shift = press.shiftKey && (isLetter || press.key.length > 1) ? 'shift+' : '';
  return `${mod}${shift}${isLetter ? press.key.toLowerCase() : press.key}`;
}

/** Whether a shortcut begins with a letter, sign, digit or space alone: what speech input may set off (WCAG 2.1.4). */
export function beginsWithCharacter(keys: string): boolean {
  const [first = ''] = keys.split(' ');
  return /^(shift\+)?(.|Space)$/u.test(first);
}

/** Puts keys together to sequences. */
export class KeySequence {
  #begun = '';
  #lastAt = 0;

  /**
   * Takes the next key and when it was pressed, in milliseconds; gives the one of the `known` shortcuts that it
   * completes, or null. A key that breaks a sequence may begin another, and does nothing else: after a mistyped `g`,
   * `e` must not export.
   */
  next(key: string, at: number, known: readonly string[]): string | null {
    const isGoingOn = this.#begun !== '' && at - this.#lastAt <= LONGEST_PAUSE;
    const keys = isGoingOn ? `${this.#begun} ${key}` : key;
    const begun = [keys, key].find((start) => known.some((candidate) => candidate.startsWith(`${start} `)));
    const isComplete = known.includes(keys);
    this.#begun = isComplete ? '' : (begun ?? '');
    this.#lastAt = at;
    return isComplete ? keys : null;
  }

  /** Forgets what was begun. */
  breakOff(): void {
    this.#begun = '';
  }
}

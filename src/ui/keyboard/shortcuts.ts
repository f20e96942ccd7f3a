import { useEffect } from 'react';
import { storePreference, readPreference } from '~/browser-storage/preferences';
import { beginsWithCharacter, KeySequence, pressedKey } from './shortcut-keys';
import { isTextInput } from './typing-target';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

/** One thing that the keyboard does. */
export interface Shortcut {
  /** As shortcut-keys has it: `?`, `mod+k`, `g l`. Of two with the same keys, the one registered last counts. */
  readonly keys: string;
  /** What it does, in the person's language. */
  readonly label: string;
  /** Under which heading it is listed. */
  readonly group: string;
  /** Holds while a person types, too. */
  readonly whileTyping?: boolean;
  /** Left out for what the browser does by itself: such a shortcut is only listed. */
  readonly run?: () => void;
}

interface Registration {
  readonly shortcuts: readonly Shortcut[];
  readonly place: 'page' | 'every page';
}

const registrations = new Set<Registration>();
const sequence = new KeySequence();

/**
 * Holds these shortcuts while the component is mounted. They do nothing while a person types, while a dialog or a menu
 * is open, or when the event was already handled. Those of every page are listed first.
 */
export function useShortcuts(shortcuts: readonly Shortcut[], place: Registration['place'] = 'page'): void {
  useEffect(() => register({ shortcuts, place }), [shortcuts, place]);
}

/** Adds shortcuts and returns what takes them away again. One listener serves all. */
export function register(registration: Registration): () => void {
  if (registrations.size === 0) document.addEventListener('keydown', handleKey);
  registrations.add(registration);
  return () => {
    registrations.delete(registration);
    if (registrations.size === 0) document.removeEventListener('keydown', handleKey);
  };
}

/** What is registered now: what holds on every page, then what the page adds, each in the order of registration. */
export function registeredShortcuts(): readonly Shortcut[] {
  const rank = ({ place }: Registration) => (place === 'every page' ? 0 : 1);
  const all = [...registrations].toSorted((a, b) => rank(a) - rank(b)).flatMap(({ shortcuts }) => shortcuts);
  return [...new Map(all.map((shortcut) => [shortcut.keys, shortcut])).values()];
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const isTyping = isTextInput(event.target);
  const key = pressedKey(event);
  if (key === null) return;
  const holdsWhileTyping = [...registrations].some(({ shortcuts }) =>
    shortcuts.some((shortcut) => shortcut.whileTyping === true && shortcut.keys === key),
  );
  // Most keys are text, which is not to wait for anything that is looked for here.
  if (isTyping && !holdsWhileTyping) {
    sequence.breakOff();
    return;
  }
  // The browser's own meaning of such a key does not come back when a dialog hides ours.
  if (holdsWhileTyping) event.preventDefault();
  const shortcuts = shortcutsInReach().filter(({ whileTyping }) => whileTyping === true || !isTyping);
  const keys = sequence.next(
    key,
    event.timeStamp,
    shortcuts.map((shortcut) => shortcut.keys),
  );
  const shortcut = shortcuts.find((candidate) => candidate.keys === keys);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run?.();
}

function shortcutsInReach(): readonly Shortcut[] {
  if (document.querySelector('[aria-modal="true"], :popover-open')) return [];
  const withCharacters = areCharacterShortcutsOn();
  return registeredShortcuts().filter(
    ({ keys, run }) => run && (withCharacters || !beginsWithCharacter(keys)),
  );
}

const STORED = STORAGE_KEYS.characterShortcuts;

/** Whether shortcuts that begin with a letter or a sign are on; a person may switch them off on this browser (WCAG 2.1.4). */
export function areCharacterShortcutsOn(): boolean {
  return readPreference(STORED) !== 'off';
}

export function switchCharacterShortcuts(to: 'on' | 'off'): void {
  storePreference(STORED, to);
}

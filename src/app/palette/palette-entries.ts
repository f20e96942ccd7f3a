import type { ReactNode } from 'react';

/** One thing that the palette can do or lead to. */
export interface PaletteEntry {
  readonly id: string;
  /** The heading under which it stands. */
  readonly group: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly note?: ReactNode;
  /** The shortcut that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** The shortest text that is searched for in lines and carts. */
const SHORTEST_SEARCH = 3;

/** The entries of which each typed word is found in the heading or the label, whatever the case and the accents. */
export function matchingEntries(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const words = folded(text).split(/\s+/);
  return entries.filter(({ group, label }) => {
    const name = folded(`${group} ${label}`);
    return words.every((word) => name.includes(word));
  });
}

function folded(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The identifier that the text is, without spaces around it; null for any other text. */
export function toIdentifier(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(trimmed) ? trimmed : null;
}

/** What of the text lines and carts are searched for; '' when it is too short, or leads somewhere by itself. */
export function toSearch(text: string): string {
  const trimmed = text.trim().normalize();
  return trimmed.length < SHORTEST_SEARCH || toIdentifier(trimmed) !== null ? '' : trimmed;
}

/** The entry that lies `step` entries after the one at hand, and round the end. */
export function entryAfter(
  entries: readonly PaletteEntry[],
  current: PaletteEntry | undefined,
  step: 1 | -1,
): PaletteEntry | undefined {
  const at = entries.findIndex(({ id }) => id === current?.id);
  return entries.at((at + step) % entries.length);
}

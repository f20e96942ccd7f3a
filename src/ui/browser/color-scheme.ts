import { useSyncExternalStore } from 'react';
import { Observable } from '~/browser-storage/observable';
import { storePreference, readPreference } from '~/browser-storage/preferences';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

const stored = readPreference(STORAGE_KEYS.colorScheme);
const chosen = new Observable(COLOR_SCHEMES.find((scheme) => scheme === stored) ?? 'auto');

/** Puts the person's choice on the document; to be called once, before the first render. */
export function applyColorScheme(): void {
  const scheme = chosen.get();
  if (scheme === 'auto') delete document.documentElement.dataset['colorScheme'];
  else document.documentElement.dataset['colorScheme'] = scheme;
}

export function chooseColorScheme(scheme: ColorScheme): void {
  storePreference(STORAGE_KEYS.colorScheme, scheme);
  chosen.set(scheme);
  applyColorScheme();
}

/** The person's choice. */
export function useColorScheme(): ColorScheme {
  return useSyncExternalStore(chosen.subscribe, chosen.get);
}

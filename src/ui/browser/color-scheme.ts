import { useSyncExternalStore } from 'react';
import { storePreference, readPreference } from '~/browser-storage/preferences';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

const STORED = STORAGE_KEYS.colorScheme;
const system = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function stored(): ColorScheme {
  const value = readPreference(STORED);
  return COLOR_SCHEMES.find((scheme) => scheme === value) ?? 'auto';
}

function apply(): void {
  const scheme = stored();
  if (scheme === 'auto') delete document.documentElement.dataset['colorScheme'];
  else document.documentElement.dataset['colorScheme'] = scheme;
}

/** Puts the person's choice on the document; to be called once, before the first render. */
export function applyStoredColorScheme(): void {
  apply();
}

export function chooseColorScheme(scheme: ColorScheme): void {
  storePreference(STORED, scheme);
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const media = system();
  media.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    media.removeEventListener('change', listener);
  };
}

/** The choice, and what it comes to now. */
export function useColorScheme(): { readonly chosen: ColorScheme; readonly isDark: boolean } {
  const chosen = useSyncExternalStore(subscribe, stored);
  const systemIsDark = useSyncExternalStore(subscribe, () => system().matches);
  return { chosen, isDark: chosen === 'auto' ? systemIsDark : chosen === 'dark' };
}

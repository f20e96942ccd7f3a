import { storePreference, readPreference } from '~/browser-storage/preferences';
import { STORAGE_KEYS } from '~/browser-storage/storage-keys';

/*
 * The options of the last lines, newest first, stored in this browser: numbers of the operator's catalogue, which say
 * nothing of anybody.
 */

const KEY = STORAGE_KEYS.recentOptions;
const MOST = 8;

/** Stored data may be damaged: gives short texts, each once. */
export function readRecentOptions(): string[] {
  const stored = (readPreference(KEY) ?? '').split(' ');
  return [...new Set(stored.filter((option) => option !== ''))].slice(0, MOST);
}

/** Puts an option that has just been used first. */
export function rememberOption(option: string): void {
  storePreference(KEY, [...new Set([option, ...readRecentOptions()])].slice(0, MOST).join(' '));
}

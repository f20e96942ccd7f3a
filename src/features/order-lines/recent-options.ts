import { keep, readKept } from '~/i18n/kept';

/*
 * The options that were used lately, newest first, kept on this browser: numbers of the operator's catalogue, which say
 * nothing of anybody.
 */

const KEY = 'orderdesk.options';
const MOST = 8;

/** Whatever is kept is taken for what it should be: short texts, each once. */
export function readRecentOptions(): string[] {
  const kept = (readKept(KEY) ?? '').split(' ');
  return [...new Set(kept.filter((option) => option !== ''))].slice(0, MOST);
}

/** Puts an option that has just been used first. */
export function rememberOption(option: string): void {
  keep(KEY, [...new Set([option, ...readRecentOptions()])].slice(0, MOST).join(' '));
}

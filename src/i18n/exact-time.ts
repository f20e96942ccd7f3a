import { isDay, momentOf } from '~/contract/moments';
import type { Language } from './language';

/** A moment to the second and with its zone, in the person's own; the text itself when it is no moment. */
export function exactTime(iso: string, language: Language): string {
  const at = new Date(momentOf(iso));
  // A day alone is no moment.
  if (Number.isNaN(at.getTime()) || isDay(iso)) return iso;
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long' }).format(at);
}

import type { ReactNode } from 'react';
import type { UnsavedPlace } from '~/autosave/autosave-records';
import { unsavedPlaces } from '~/autosave/use-unsaved-places';
import { createFormats, type Formats } from '~/i18n/formats';
import type { Language } from '~/i18n/language';
import { loadAllMessages, type Messages } from '~/i18n/messages';

/** The marks of a list, by id of the line or cart with unsaved input. */
export type UnsavedMarks = ReadonlyMap<string, ReactNode>;

/** The marks of lines or of carts with unsaved input on this computer, by id. */
export function toUnsavedMarks(
  of: 'line' | 'cart',
  places: readonly UnsavedPlace[],
  { keptText }: Pick<Messages, 'keptText'>,
  { dateTime }: Pick<Formats, 'dateTime'>,
): UnsavedMarks {
  const marks = new Map<string, ReactNode>();
  for (const place of places) {
    const id = of === 'cart' ? place.cartId : lineOf(place);
    // The newest comes first.
    if (id === '' || marks.has(id)) continue;
    const text = keptText.ofRow(dateTime(new Date(place.at).toISOString()));
    marks.set(
      id,
      <span title={text}>
        <span aria-hidden="true">✎ </span>
        <span className="visually-hidden">{text} </span>
      </span>,
    );
  }
  return marks;
}

function lineOf({ object }: UnsavedPlace): string {
  return object.startsWith('line:') ? object.slice('line:'.length) : '';
}

/** Shows the marks in the words of a language, now and after each change; gives the function that ends it. */
export async function watchUnsavedMarks(
  of: 'line' | 'cart',
  language: Language,
  show: (marks: UnsavedMarks) => void,
): Promise<() => void> {
  const messages = await loadAllMessages(language);
  const showPresent = () =>
    show(toUnsavedMarks(of, unsavedPlaces.current(), messages, createFormats(language)));
  const stop = unsavedPlaces.subscribe(showPresent);
  showPresent();
  return stop;
}

import { useEffect, useMemo, type ReactNode } from 'react';
import { useFormats } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import type { KeptPlace } from '~/kept/kept-edits';
import { useKeptPlaces } from '~/kept/use-kept-places';

/** The marks of a list, by the id of the line, or of the cart, of which text is kept. */
export type KeptMarks = ReadonlyMap<string, ReactNode>;

/** A mark at a line of which this computer keeps text that was not saved. */
export function KeptMark({ lineId }: { readonly lineId: string }) {
  return useKeptMarks('line').get(lineId);
}

interface KeptMarksOfListProps {
  readonly of: 'line' | 'cart';
  readonly onMarks: (marks: KeptMarks) => void;
}

/** Tells a list, after its rows, which of them to mark. */
export function KeptMarksOfList({ of, onMarks }: KeptMarksOfListProps) {
  const marks = useKeptMarks(of);
  useEffect(() => onMarks(marks), [marks, onMarks]);
  return null;
}

function useKeptMarks(of: 'line' | 'cart'): KeptMarks {
  const { keptText } = useUnsavedMessages();
  const { dateTime } = useFormats();
  const places = useKeptPlaces();
  return useMemo(() => {
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
  }, [of, places, keptText, dateTime]);
}

function lineOf({ object }: KeptPlace): string {
  return object.startsWith('line:') ? object.slice('line:'.length) : '';
}

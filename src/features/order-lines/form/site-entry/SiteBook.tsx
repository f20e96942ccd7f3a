import { useState, useSyncExternalStore } from 'react';
import type { ContactField } from '~/contract/contact';
import { fieldsToFill, type BookEntry, type BookKind } from '~/domain/book/book';
import { findInBook } from '~/domain/book/find-in-book';
import { currentBook, currentIndex, placeOf, subscribeToBook } from '~/features/order-lines/book/book-store';
import { useFillFields } from '~/features/order-lines/edit-state/use-fill-fields';
import { useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';
import { useAllMessages } from '~/i18n/I18nProvider';
import { BookSuggestions, type SuggestionPlace } from './BookSuggestions';
import { FilledNotice } from './FilledNotice';

interface SiteBookProps {
  /** Null while nothing is suggested. */
  readonly typed: SuggestionPlace | null;
  readonly onClose: () => void;
}

/** More than these are found by typing on. */
const SHOWN = 5;

/** Suggests the sites and persons of lines that were opened or saved before; one choice fills all fields of one. */
export function SiteBook({ typed, onClose }: SiteBookProps) {
  const { siteBook } = useAllMessages();
  const fillFields = useFillFields();
  const [filled, setFilled] = useState<{ readonly kind: BookKind; readonly takeBack: () => void } | null>(
    null,
  );
  const { book, found, place, keyOf } = useFound(typed);
  const take = (entry: BookEntry) => {
    if (!place || !typed) return;
    const fields = fieldsToFill(entry, place).map(([field, value]) => [keyOf(field), value] as const);
    setFilled({ kind: entry.kind, takeBack: fillFields(fields) });
    typed.input.focus();
    onClose();
  };
  return (
    <>
      {filled && (
        <FilledNotice
          text={siteBook.filled[filled.kind]}
          onTakeBack={filled.takeBack}
          onClose={() => setFilled(null)}
        />
      )}
      <p role="status" className="visually-hidden">
        {found.length > 0 && `${siteBook.found(found.length)} ${siteBook.hint}`}
      </p>
      {typed && found.length > 0 && (
        <BookSuggestions typed={typed} found={found} book={book} onTake={take} onClose={onClose} />
      )}
    </>
  );
}

const NOTHING: readonly BookEntry[] = [];

/** The entries that fit what was typed, without those that the form holds already. */
function useFound(typed: SuggestionPlace | null) {
  const { getValues } = useLineEditor().form;
  const book = useSyncExternalStore(subscribeToBook, currentBook);
  const [, site = '0'] = typed?.input.name.split('.') ?? [];
  const place = typed && placeOf(typed.input.name);
  const keyOf = (key: ContactField) => `related_contact_information.${Number(site)}.${key}` as const;
  const isThere = (entry: BookEntry) =>
    place !== null && fieldsToFill(entry, place).every(([key, value]) => getValues(keyOf(key)) === value);
  const found =
    typed && place
      ? findInBook(currentIndex(), { ...place, text: typed.text, limit: SHOWN + 1 })
          .filter((entry) => !isThere(entry))
          .slice(0, SHOWN)
      : NOTHING;
  return { book, found, place, keyOf };
}

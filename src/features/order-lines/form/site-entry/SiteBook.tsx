import { useState } from 'react';
import type { BookFinding } from '~/features/order-lines/book/book-store';
import { fieldsToFill, type BookEntry, type BookKind } from '~/domain/book/book';
import { siteFieldName, useFillFields } from '~/features/order-lines/edit-state/use-fill-fields';
import { useAllMessages } from '~/i18n/I18nProvider';
import { BookSuggestions, type SuggestionPlace } from './BookSuggestions';
import { FilledNotice } from './FilledNotice';

/** What the book suggests for a field that is typed in. `site`: the index of the field's site. */
export interface Suggested extends SuggestionPlace {
  readonly site: number;
  readonly finding: BookFinding;
}

interface SiteBookProps {
  /** Null while nothing is suggested. */
  readonly suggested: Suggested | null;
  readonly onClose: () => void;
}

/** Suggests the sites and persons of lines that were opened or saved before; one choice fills all fields of one. */
export function SiteBook({ suggested, onClose }: SiteBookProps) {
  const { siteBook } = useAllMessages();
  const fillFields = useFillFields();
  const [filled, setFilled] = useState<{ readonly kind: BookKind; readonly takeBack: () => void } | null>(
    null,
  );
  const take = ({ site, finding, input }: Suggested, entry: BookEntry) => {
    const fields = fieldsToFill(entry, finding.place).map(
      ([field, value]) => [siteFieldName(site, field), value] as const,
    );
    setFilled({ kind: entry.kind, takeBack: fillFields(fields) });
    input.focus();
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
        {suggested && `${siteBook.found(suggested.finding.entries.length)} ${siteBook.hint}`}
      </p>
      {suggested && (
        <BookSuggestions
          at={suggested}
          finding={suggested.finding}
          onTake={(entry) => take(suggested, entry)}
          onClose={onClose}
        />
      )}
    </>
  );
}

import type { KeyboardEvent, MouseEvent } from 'react';
import { emptyContact } from '~/contract/contact';
import type { BookEntry } from '~/domain/book/book';
import { readablePhone } from '~/domain/fields/french-phone';
import { postalAddress } from '~/domain/lines/site-summary';
import type { BookFinding } from '~/features/order-lines/book/book-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import styles from './BookSuggestions.module.css';

/** A field of a site that is typed in. */
export interface SuggestionPlace {
  readonly input: HTMLInputElement;
  /** Where the suggestions go, in pixels from the corner of the area. */
  readonly top: number;
  readonly left: number;
}

interface BookSuggestionsProps {
  readonly at: SuggestionPlace;
  readonly finding: BookFinding;
  readonly onTake: (entry: BookEntry) => void;
  readonly onClose: () => void;
}

/** The suggestions under the field that is typed in. The arrow keys lead through them, Escape back to the field. */
export function BookSuggestions({ at, finding, onTake, onClose }: BookSuggestionsProps) {
  const { siteBook } = useAllMessages();
  const { input, top, left } = at;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      input.focus();
      onClose();
    } else if (!moveFocus(event, input)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles['suggestions']}
      style={{ top, left, maxWidth: `calc(100% - ${left}px)` }}
      role="group"
      aria-label={siteBook.title}
      data-suggestions
    >
      <ul>
        {finding.entries.map((entry) => (
          <li key={JSON.stringify(entry.values)}>
            <button
              type="button"
              onMouseDown={stayInField}
              onKeyDown={onKeyDown}
              onClick={() => onTake(entry)}
            >
              {linesOf(entry).map((line, index) =>
                index === 0 ? (
                  <strong key={line}>{shownText(line)}</strong>
                ) : (
                  <span key={line}>{shownText(line)}</span>
                ),
              )}
              {entry.kind === 'site' && finding.isElsewhere(entry) && (
                <span className={styles['warning']}>⚠ {siteBook.otherAddress}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <p aria-hidden="true">{siteBook.hint}</p>
    </div>
  );
}

/** A click takes a suggestion; the field keeps the focus until then. */
function stayInField(event: MouseEvent): void {
  event.preventDefault();
}

/** Moves the focus to the suggestion above or below; from the first one up to the field. Gives whether the key does that. */
function moveFocus({ key, currentTarget }: KeyboardEvent, input: HTMLInputElement): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return false;
  const buttons = [...(currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement) + step;
  (at < 0 ? input : buttons[Math.min(at, buttons.length - 1)])?.focus();
  return true;
}

/** What is known of an entry, the most telling first. */
function linesOf({ kind, values }: BookEntry): string[] {
  const text = (name: string) => values[name] ?? '';
  const lines =
    kind === 'site'
      ? [text('end_customer_name'), postalAddress({ ...emptyContact(), ...values }), text('siret')]
      : [
          [text('firstname'), text('lastname')].join(' ').trim(),
          readablePhone(text('phone_number')),
          text('email_address'),
        ];
  return lines.filter((line) => line !== '');
}

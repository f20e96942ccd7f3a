import { useState, type KeyboardEvent } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FieldFrame, isShut, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface TagsFieldProps extends FieldNotes {
  readonly name: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly inputRef: (element: HTMLInputElement | null) => void;
  /** Tags that can be added with one click; those that are there already are not offered. */
  readonly suggestions?: readonly string[];
}

const NONE: readonly string[] = [];

/** A list of short texts: Enter, a comma or leaving the field adds what was typed, Backspace takes the last one back. */
export function TagsField({ name, value, onChange, inputRef, suggestions = NONE, ...notes }: TagsFieldProps) {
  const { options } = useAllMessages();
  const [typed, setTyped] = useState('');
  const shut = isShut(notes);
  const offered = shut ? NONE : suggestions.filter((tag) => !value.includes(tag));

  const add = () => {
    const added = typed.split(/[\s,;]+/).filter((tag) => tag !== '' && !value.includes(tag));
    setTyped('');
    if (added.length > 0) onChange([...value, ...new Set(added)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && typed === '') onChange(value.slice(0, -1));
  };

  return (
    <FieldFrame
      notes={notes}
      below={
        offered.length > 0 && (
          <div className={styles['suggestions']}>
            <span className={styles['note']}>{options.recent}</span>
            {offered.map((tag) => (
              <button
                key={tag}
                type="button"
                className={styles['suggestion']}
                aria-label={options.addAgain(tag)}
                onClick={() => onChange([...value, tag])}
              >
                + {tag}
              </button>
            ))}
          </div>
        )
      }
    >
      {(ties) => (
        <div className={`${styles['input']} ${styles['tags']}`} data-shut={shut || undefined}>
          {value.map((tag) => (
            <span key={tag} className={`${styles['tag']} ${shut ? styles['shutTag'] : ''}`}>
              {tag}
              {!shut && (
                <button
                  type="button"
                  className={styles['remove']}
                  aria-label={options.remove(tag)}
                  onClick={() => onChange(value.filter((other) => other !== tag))}
                >
                  ✕
                </button>
              )}
            </span>
          ))}
          <input
            {...ties}
            name={name}
            ref={inputRef}
            className={styles['typing']}
            value={typed}
            readOnly={shut}
            placeholder={shut || value.length > 0 ? '' : options.hint}
            onChange={(event) => setTyped(event.currentTarget.value)}
            {...(!shut && { onKeyDown, onBlur: add })}
          />
        </div>
      )}
    </FieldFrame>
  );
}

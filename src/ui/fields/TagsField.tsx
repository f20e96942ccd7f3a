import { useRef, useState, type KeyboardEvent } from 'react';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { FieldFrame, isReadOnlyLock, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface TagsFieldProps extends FieldNotes {
  readonly name: string;
  /** What is being typed counts, so that it is kept and saved like any other text. */
  readonly value: readonly string[];
  /** Tags were added, or one was taken away. */
  readonly onChange: (value: string[], added: readonly string[]) => void;
  /** While typing: the value if the text ends here. */
  readonly onTyping: (value: string[]) => void;
  /** Tags that can be added with one click; those that are there already are not offered. */
  readonly suggestions?: readonly string[];
}

const NONE: readonly string[] = [];

/** The text in the input, and the tags before it. */
interface Typing {
  readonly text: string;
  readonly tags: readonly string[];
}

/** The tags with what is being typed, each once. */
function withText({ text, tags }: Typing): string[] {
  return [...new Set([...tags, ...text.split(/[\s,;]+/).filter((tag) => tag !== '')])];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((tag, index) => tag === b[index]);
}

/** A list of short texts: Enter, a comma or leaving the field adds what was typed, Backspace takes the last one back. */
export function TagsField({ name, value, onChange, onTyping, suggestions = NONE, ...notes }: TagsFieldProps) {
  const { options } = useEditorMessages();
  const frame = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<Typing>({ text: '', tags: NONE });
  const shut = isReadOnlyLock(notes);
  // The value may have become another one meanwhile: restored, or discarded.
  const isTyping = typing.text !== '' && isSame(value, withText(typing));
  const [tags, text] = isTyping ? [typing.tags, typing.text] : [value, ''];
  const offered = shut ? NONE : suggestions.filter((tag) => !tags.includes(tag));

  const type = (next: string) => {
    setTyping({ text: next, tags });
    onTyping(withText({ text: next, tags }));
  };
  const add = () => {
    if (!isTyping) return;
    setTyping({ text: '', tags: NONE });
    const value = withText({ text, tags });
    onChange(value, value.slice(tags.length));
  };
  const remove = (tag: string) => {
    onChange(
      value.filter((other) => other !== tag),
      NONE,
    );
    // Its button goes, and the focus would with it.
    frame.current?.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
      event.preventDefault();
      add();
    }
    if (event.key === 'Backspace' && text === '') onChange(tags.slice(0, -1), NONE);
  };

  return (
    <FieldFrame
      notes={notes}
      below={
        offered.length > 0 && <Suggestions tags={offered} onAdd={(tag) => onChange([...value, tag], [tag])} />
      }
    >
      {(ties) => (
        <div className={`${styles['input']} ${styles['tags']}`} data-shut={shut || undefined} ref={frame}>
          {tags.map((tag) => (
            <span key={tag} className={`${styles['tag']} ${shut ? styles['shutTag'] : ''}`}>
              {shownText(tag)}
              {!shut && (
                <button
                  type="button"
                  className={styles['remove']}
                  aria-label={options.remove(shownText(tag))}
                  onClick={() => remove(tag)}
                >
                  ✕
                </button>
              )}
            </span>
          ))}
          <input
            {...ties}
            name={name}
            className={styles['typing']}
            value={text}
            readOnly={shut}
            placeholder={shut || tags.length > 0 ? '' : options.hint}
            onChange={(event) => type(event.currentTarget.value)}
            {...(!shut && { onKeyDown, onBlur: add })}
          />
        </div>
      )}
    </FieldFrame>
  );
}

interface SuggestionsProps {
  readonly tags: readonly string[];
  readonly onAdd: (tag: string) => void;
}

function Suggestions({ tags, onAdd }: SuggestionsProps) {
  const { options } = useEditorMessages();
  return (
    <div className={styles['suggestions']}>
      <span className={styles['note']}>{options.recent}</span>
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className={styles['suggestion']}
          aria-label={options.addAgain(shownText(tag))}
          onClick={() => onAdd(tag)}
        >
          + {shownText(tag)}
        </button>
      ))}
    </div>
  );
}

import { Input } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { fieldClasses, isShut, wrapperProps, type FieldNotes } from './field-notes';
import styles from './Field.module.css';

interface TagsFieldProps extends FieldNotes {
  readonly name: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly inputRef: (element: HTMLInputElement | null) => void;
}

/** A list of short texts: Enter, a comma or leaving the field adds what was typed, Backspace takes the last one back. */
export function TagsField({ name, value, onChange, inputRef, ...notes }: TagsFieldProps) {
  const { options } = useMessages();
  const [typed, setTyped] = useState('');
  const shut = isShut(notes);
  const id = useId();
  const wrapper = wrapperProps(notes);

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
  const describedBy = [
    wrapper.error === undefined ? '' : `${id}-error`,
    wrapper.description === false ? '' : `${id}-description`,
  ]
    .join(' ')
    .trim();

  return (
    <Input.Wrapper {...wrapper} id={id} classNames={fieldClasses}>
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
          id={id}
          name={name}
          ref={inputRef}
          className={styles['typing']}
          value={typed}
          readOnly={shut}
          autoComplete="off"
          aria-describedby={describedBy || undefined}
          aria-invalid={wrapper.error === undefined ? undefined : true}
          placeholder={shut || value.length > 0 ? '' : options.hint}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={shut ? undefined : onKeyDown}
          onBlur={add}
        />
      </div>
    </Input.Wrapper>
  );
}

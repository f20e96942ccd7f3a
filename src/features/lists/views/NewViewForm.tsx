import { useState, type FormEvent } from 'react';
import { isSameText } from '~/domain/fields/same-text';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button, TextInput } from '@mantine/core';
import { LONGEST_VIEW_NAME } from './saved-views';
import styles from './ViewsMenu.module.css';

interface NewViewFormProps {
  /** The names that views have. */
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
}

/** Saves the present list as a new view. Names are unique. */
export function NewViewForm({ taken, onSave }: NewViewFormProps) {
  const { views: labels } = useAllMessages();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    if (taken.some((other) => isSameText(other.toLowerCase(), wanted.toLowerCase()))) setRefused(wanted);
    else onSave(wanted);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h2>{labels.saveAsNew}</h2>
      <div className={styles['row']}>
        <TextInput
          label={labels.name}
          error={refused !== '' && <span role="alert">{labels.taken(shownText(refused))}</span>}
          value={name}
          maxLength={LONGEST_VIEW_NAME}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setRefused('');
          }}
        />
        <Button type="submit">{labels.save}</Button>
      </div>
    </form>
  );
}

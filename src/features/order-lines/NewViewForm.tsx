import { useId, useState, type FormEvent } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { LONGEST_VIEW_NAME } from './saved-views';
import styles from './ViewsMenu.module.css';

interface NewViewFormProps {
  /** The names that views have. */
  readonly taken: readonly string[];
  readonly onSave: (name: string) => void;
}

/** Saves what is shown as a new view. Two views of one name could not be told apart. */
export function NewViewForm({ taken, onSave }: NewViewFormProps) {
  const { views: words } = useAllMessages();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState('');
  const noteId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    if (taken.some((other) => other.toLowerCase() === wanted.toLowerCase())) setRefused(wanted);
    else onSave(wanted);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h2>{words.saveAsNew}</h2>
      <div className={styles['row']}>
        <input
          className={styles['name']}
          aria-label={words.name}
          aria-invalid={refused !== ''}
          aria-describedby={noteId}
          placeholder={words.name}
          value={name}
          maxLength={LONGEST_VIEW_NAME}
          autoComplete="off"
          onChange={(event) => {
            setName(event.currentTarget.value);
            setRefused('');
          }}
        />
        <Button type="submit">{words.save}</Button>
      </div>
      <p id={noteId} role="alert" className={styles['refused']}>
        {refused !== '' && words.taken(refused)}
      </p>
    </form>
  );
}

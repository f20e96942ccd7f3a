import { useState, type FormEvent } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DialogInput } from '~/ui/DialogInput';
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
        <DialogInput
          label={words.name}
          error={refused !== '' && <span role="alert">{words.taken(refused)}</span>}
          value={name}
          maxLength={LONGEST_VIEW_NAME}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setRefused('');
          }}
        />
        <Button type="submit">{words.save}</Button>
      </div>
    </form>
  );
}

import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldFrame, isReadOnlyLock, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface SelectFieldProps extends FieldNotes {
  readonly registration: UseFormRegisterReturn;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few values. */
export function SelectField({ registration, options, ...notes }: SelectFieldProps) {
  return (
    <FieldFrame notes={notes}>
      {(ties) => (
        <select {...ties} {...registration} className={styles['input']} disabled={isReadOnlyLock(notes)}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

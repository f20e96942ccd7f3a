import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldFrame, isShut, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface SelectFieldProps extends FieldNotes {
  readonly registration: UseFormRegisterReturn;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What is shown when the field is locked. */
  readonly shownValue: string;
}

/** One of a few values. Locked, it is text like any other locked field. */
export function SelectField({ registration, options, shownValue, ...notes }: SelectFieldProps) {
  return (
    <FieldFrame notes={notes}>
      {(ties) =>
        isShut(notes) ? (
          <input {...ties} className={styles['input']} readOnly value={shownValue} />
        ) : (
          <select {...ties} {...registration} className={styles['input']}>
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )
      }
    </FieldFrame>
  );
}

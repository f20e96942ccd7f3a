import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldFrame, isShut, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface TextFieldProps extends FieldNotes {
  /** What the form's register() gave for the field. */
  readonly registration: UseFormRegisterReturn;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'numeric';
  readonly isLong?: boolean;
  readonly onFocus?: () => void;
}

/** One line of text, a date, or several lines. */
export function TextField({
  registration,
  type = 'text',
  inputMode,
  isLong = false,
  onFocus,
  ...notes
}: TextFieldProps) {
  const readOnly = isShut(notes);
  return (
    <FieldFrame notes={notes}>
      {(ties) =>
        isLong ? (
          <textarea
            {...ties}
            {...registration}
            className={`${styles['input']} ${styles['area']}`}
            rows={2}
            readOnly={readOnly}
            onFocus={onFocus}
          />
        ) : (
          <input
            {...ties}
            {...registration}
            className={styles['input']}
            // A locked date is shown as text, so that it can be read and copied like the others.
            type={readOnly ? 'text' : type}
            inputMode={inputMode}
            readOnly={readOnly}
            onFocus={onFocus}
          />
        )
      }
    </FieldFrame>
  );
}

import type { FocusEvent } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldFrame, isShut, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface TextFieldProps extends FieldNotes {
  /** What the form's register() gave for the field. */
  readonly registration: UseFormRegisterReturn;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'numeric';
  readonly isLong?: boolean;
}

/** A locked field is there to be copied from: arriving in it selects its text. */
const selectAll = ({ currentTarget }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
  currentTarget.select();

/** One line of text, a date, or several lines. */
export function TextField({
  registration,
  type = 'text',
  inputMode,
  isLong = false,
  ...notes
}: TextFieldProps) {
  const readOnly = isShut(notes);
  return (
    <FieldFrame notes={notes}>
      {(ties) =>
        isLong ? (
          <textarea
            {...registration}
            {...ties}
            className={`${styles['input']} ${styles['area']}`}
            rows={2}
            readOnly={readOnly}
            onFocus={readOnly ? selectAll : undefined}
          />
        ) : (
          <input
            {...registration}
            {...ties}
            className={styles['input']}
            // A locked date is shown as text, so that it can be read and copied like the others.
            type={readOnly ? 'text' : type}
            inputMode={inputMode}
            readOnly={readOnly}
            onFocus={readOnly ? selectAll : undefined}
          />
        )
      }
    </FieldFrame>
  );
}

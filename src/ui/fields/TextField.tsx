import type { FocusEvent } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { FieldFrame, isReadOnlyLock, type FieldNotes } from './FieldFrame';
import styles from './Field.module.css';

interface TextFieldProps extends FieldNotes {
  /** What the form's register() gave for the field. */
  readonly registration: UseFormRegisterReturn;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'numeric';
  /** Of a date: the first and the last day. */
  readonly min?: string;
  readonly max?: string;
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
  min,
  max,
  isLong = false,
  ...notes
}: TextFieldProps) {
  const readOnly = isReadOnlyLock(notes);
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
            {...(readOnly && { onFocus: selectAll })}
          />
        ) : (
          <input
            {...registration}
            {...ties}
            className={styles['input']}
            type={type}
            inputMode={inputMode}
            min={min}
            max={max}
            readOnly={readOnly}
            {...(readOnly && { onFocus: selectAll })}
          />
        )
      }
    </FieldFrame>
  );
}

import { InputBase } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { inputProps, type FieldNotes } from './field-notes';
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
  const { ref, ...registered } = registration;
  const props = { ...inputProps(notes), ...registered, ...(onFocus ? { onFocus } : {}) };
  if (isLong) {
    const classNames = { ...props.classNames, input: `${styles['input']} ${styles['area']}` };
    return <InputBase component="textarea" {...props} classNames={classNames} ref={ref} rows={2} />;
  }
  return (
    <InputBase
      {...props}
      ref={ref}
      // A locked date is shown as text, so that it can be read and copied like the others.
      type={props.readOnly ? 'text' : type}
      {...(inputMode ? { inputMode } : {})}
    />
  );
}

import { InputBase } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { inputProps, isShut, type FieldNotes } from './field-notes';

interface SelectFieldProps extends FieldNotes {
  readonly registration: UseFormRegisterReturn;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What is shown when the field is locked. */
  readonly shownValue: string;
}

/** One of a few values. Locked, it is text like any other locked field. */
export function SelectField({ registration, options, shownValue, ...notes }: SelectFieldProps) {
  const { readOnly, ...props } = inputProps(notes);
  if (isShut(notes)) return <InputBase {...props} readOnly={readOnly} value={shownValue} />;
  return (
    <InputBase component="select" {...props} {...registration}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </InputBase>
  );
}

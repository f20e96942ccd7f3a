import { HeadlessMantineProvider, TextInput, type TextInputProps } from '@mantine/core';
import styles from './Field.module.css';

type DialogInputProps = Omit<TextInputProps, 'unstyled' | 'classNames' | 'styles'>;

/**
 * A text field of a small form. Mantine's input brings label, note and error and ties them together; it wears our own
 * styles. Its headless provider writes no <style> element, which the content policy would refuse. The fields of a line, of
 * which there are forty-five at once, are `FieldFrame`'s.
 */
export function DialogInput(props: DialogInputProps) {
  return (
    <HeadlessMantineProvider>
      <TextInput
        autoComplete="off"
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...props}
        classNames={{
          root: `${styles['field']}`,
          label: `${styles['label']}`,
          input: `${styles['input']}`,
          error: `${styles['error']}`,
          description: `${styles['note']}`,
        }}
      />
    </HeadlessMantineProvider>
  );
}

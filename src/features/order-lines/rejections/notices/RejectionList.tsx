import { shownText } from '~/i18n/shown-text';
import type { ReactNode } from 'react';
import type { TerminationError } from '~/contract/order-line';
import type { FieldPath } from '~/domain/fields/field-paths';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { fieldLabel } from '~/i18n/field-label';
import { rejectedField, rejectionCodeText } from '~/features/order-lines/rejections/rejection-texts';

export interface RejectionListProps {
  readonly errors: readonly TerminationError[];
  /** The way to a field, by its name. */
  readonly wayTo: (key: FieldPath, name: string) => ReactNode;
}

/** What the operator refused, one by one: its code, what it means where we know, the field and the value. */
export function RejectionList({ errors, wayTo }: RejectionListProps) {
  const messages = useEditorMessages();
  const { linePage } = messages;
  const { rejections } = messages;
  return (
    <ul>
      {errors.map((error, index) => {
        const { code, property_path: path, value } = error;
        const key = rejectedField(error);
        const text = rejectionCodeText(code, rejections);
        return (
          <li key={`${code} ${path} ${index}`}>
            <strong>{shownText(code)}</strong> {text !== '' && <span>{text}</span>}{' '}
            {key ? wayTo(key, fieldLabel(key, messages)) : path !== '' && linePage.errorAt(shownText(path))}{' '}
            {value !== '' && linePage.errorValue(shownText(value))}
          </li>
        );
      })}
    </ul>
  );
}

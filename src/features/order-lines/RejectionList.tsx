import type { ReactNode } from 'react';
import type { TerminationError } from '~/contract/order-line';
import type { LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { leafLabel } from './line-labels';
import { rejectedLeaf, rejectionWords } from './rejection-texts';

interface RejectionListProps {
  readonly errors: readonly TerminationError[];
  /** The way to a field, by its name. */
  readonly wayTo: (key: LeafKey, name: string) => ReactNode;
}

/** What the operator refused, one by one: its code, what it means where we know, the field and the value. */
export function RejectionList({ errors, wayTo }: RejectionListProps) {
  const messages = useAllMessages();
  const { linePage } = messages;
  const { rejections } = useOrderMessages();
  return (
    <ul>
      {errors.map((error, index) => {
        const { code, property_path: path, value } = error;
        const key = rejectedLeaf(error);
        const words = rejectionWords(code, rejections);
        return (
          <li key={`${code} ${path} ${index}`}>
            <strong>{code}</strong> {words !== '' && <span>{words}</span>}{' '}
            {key ? wayTo(key, leafLabel(key, messages)) : path !== '' && linePage.errorAt(path)}{' '}
            {value !== '' && linePage.errorValue(value)}
          </li>
        );
      })}
    </ul>
  );
}

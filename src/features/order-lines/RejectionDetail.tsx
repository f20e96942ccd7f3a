import type { ReactNode } from 'react';
import type { TerminationError } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { rejectionWords } from './rejection-texts';

interface RejectionDetailProps {
  readonly error: TerminationError;
  /** The way to the field that the error names; null when it names none that we know. */
  readonly field: ReactNode;
}

/** One thing that the operator refused: its code, what it means where we know, the field and the value. */
export function RejectionDetail({ error, field }: RejectionDetailProps) {
  const { linePage } = useAllMessages();
  const { rejections } = useOrderMessages();
  const words = rejectionWords(error.code, rejections);
  return (
    <>
      <strong>{error.code}</strong> {words !== '' && <span>{words}</span>}{' '}
      {field ?? (error.property_path !== '' && linePage.errorAt(error.property_path))}{' '}
      {error.value !== '' && linePage.errorValue(error.value)}
    </>
  );
}

import { useAllMessages, useI18n } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { saveReceipt, type ReceiptSource } from './order-receipt';

interface RecordButtonsProps {
  readonly of: ReceiptSource;
  /** Printing prints the page that one looks at. */
  readonly canPrint?: boolean;
}

/** Keeps what is on the screen: on paper, or as a file that any browser opens. */
export function ReceiptButtons({ of, canPrint = false }: RecordButtonsProps) {
  const messages = useAllMessages();
  const { language, formats } = useI18n();
  const { review } = messages;
  const texts = { messages, formats, language };
  return (
    <>
      {canPrint && <Button onClick={() => print()}>{review.print}</Button>}
      <Button onClick={() => saveReceipt(of, texts)}>{review.record}</Button>
    </>
  );
}

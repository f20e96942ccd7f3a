import { useI18n, useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { saveRecord, type RecordOf } from './order-record';

interface RecordButtonsProps {
  readonly of: RecordOf;
  /** Printing prints the page that one looks at. */
  readonly canPrint?: boolean;
}

/** Keeps what is on the screen: on paper, or as a file that any browser opens. */
export function RecordButtons({ of, canPrint = false }: RecordButtonsProps) {
  const messages = useAllMessages();
  const orderMessages = useOrderMessages();
  const { language, formats } = useI18n();
  const { review } = orderMessages;
  const texts = { messages: { ...messages, ...orderMessages }, formats, language };
  return (
    <>
      {canPrint && <Button onClick={() => print()}>{review.print}</Button>}
      <Button onClick={() => saveRecord(of, texts)}>{review.record}</Button>
    </>
  );
}

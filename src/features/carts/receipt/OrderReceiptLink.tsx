import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { LinkButton } from '~/ui/LinkButton';
import styles from './OrderReceiptLink.module.css';
import { ReceiptButtons } from './ReceiptButtons';
import { useReceiptKind } from './receipt-kind';
import { useIsReceiptStored, type SentOrder } from './sent-order';

/** The time of a stored sent order, with links to show, print and save it. */
export function OrderReceiptLink({ sent }: { readonly sent: SentOrder }) {
  const { record } = useAllMessages();
  const { dateTime } = useFormats();
  const isStored = useIsReceiptStored(sent.cart.id);
  const kind = useReceiptKind(sent.cart.id);
  const at = dateTime(sent.at.toISOString());
  return (
    <div className={styles['record']}>
      <p className={styles['time']}>{isStored ? record.sentText(at) : record.memoryText(at)}</p>
      <LinkButton to="/carts/$cartId/record" params={{ cartId: sent.cart.id }}>
        {record.see}
      </LinkButton>
      <ReceiptButtons of={{ kind, ...sent }} />
    </div>
  );
}

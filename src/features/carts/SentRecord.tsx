import { useFormats } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import type { SentCart } from '~/kept/sent-carts';
import { LinkButton } from '~/ui/LinkButton';
import styles from './OutcomePanel.module.css';
import { RecordButtons } from './RecordButtons';

/** That it is kept what was sent of a cart, and when it was; the way to look at it, to print it and to save it. */
export function SentRecord({ sent }: { readonly sent: SentCart }) {
  const { record } = useOrderMessages();
  const { dateTime } = useFormats();
  return (
    <div className={styles['record']}>
      <p className={styles['time']}>{record.sentText(dateTime(sent.at.toISOString()))}</p>
      <LinkButton to="/carts/$cartId/record" params={{ cartId: sent.cart.id }}>
        {record.see}
      </LinkButton>
      <RecordButtons of={{ kind: 'sent', ...sent }} />
    </div>
  );
}

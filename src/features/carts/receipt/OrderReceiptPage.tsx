import { getRouteApi } from '@tanstack/react-router';
import { readableLines } from '~/contract/cart';
import { lineName } from '~/features/order-lines/display/LineName';
import { LineSummary } from '~/features/order-lines/summary/LineSummary';
import { useAllMessages, useI18n } from '~/i18n/I18nProvider';
import { EmptyState } from '~/ui/feedback/EmptyState';
import { Facts } from '~/ui/facts/Facts';
import { LinkButton } from '~/ui/LinkButton';
import { Loading } from '~/ui/feedback/Loading';
import { Page } from '~/ui/Page';
import { Panel } from '~/ui/panel/Panel';
import { cartName } from '~/features/carts/display/cart-name';
import styles from './OrderReceiptPage.module.css';
import { receiptFacts } from './order-receipt';
import { ReceiptButtons } from './ReceiptButtons';
import { useReceiptKind } from './receipt-kind';
import { useSentOrder, type SentOrder } from './sent-order';
import { usePrintTitle } from './use-print-title';

const route = getRouteApi('/carts/$cartId/record');

/** The sent order of a cart, every line in full, to read, print and save. */
export function OrderReceiptPage() {
  const { cartId } = route.useParams();
  const { confirmPage, record } = useAllMessages();
  const sent = useSentOrder(cartId);
  if (sent) return <Sent sent={sent} />;
  if (sent === undefined) return <Loading />;
  return (
    <Page title={record.see}>
      <EmptyState
        title={record.noneTitle}
        text={record.noneText}
        action={
          <LinkButton to="/carts/$cartId" params={{ cartId }}>
            {confirmPage.back}
          </LinkButton>
        }
      />
    </Page>
  );
}

function Sent({ sent }: { readonly sent: SentOrder }) {
  const messages = useAllMessages();
  const { formats, language } = useI18n();
  const { record, confirmPage } = messages;
  const { cart, at } = sent;
  const kind = useReceiptKind(cart.id);
  const title = record.title(cartName(cart, messages));
  const lines = readableLines(cart);
  usePrintTitle(title);
  return (
    <Page
      title={title}
      subtitle={record[kind](formats.dateTime(at.toISOString()))}
      actions={
        <>
          <LinkButton to="/carts/$cartId" params={{ cartId: cart.id }}>
            {confirmPage.back}
          </LinkButton>
          <ReceiptButtons canPrint of={{ kind, ...sent }} />
        </>
      }
    >
      <Facts facts={receiptFacts({ kind, ...sent }, { messages, formats, language })} />
      <div className={styles['lines']}>
        {lines.map((line, index) => (
          <div key={line.id} className={styles['line']}>
            <Panel title={`${record.line(index + 1, lines.length)} · ${lineName(line, messages)}`}>
              <LineSummary line={line} />
            </Panel>
          </div>
        ))}
      </div>
    </Page>
  );
}

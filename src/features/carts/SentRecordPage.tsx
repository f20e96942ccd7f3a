import { getRouteApi } from '@tanstack/react-router';
import { readableLines } from '~/contract/cart';
import { lineName } from '~/features/order-lines/LineName';
import { LineSummary } from '~/features/order-lines/LineSummary';
import { useAllMessages, useI18n } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { useSent } from '~/kept/use-sent';
import type { SentCart } from '~/kept/sent-carts';
import { EmptyState } from '~/ui/EmptyState';
import { Facts } from '~/ui/Facts';
import { LinkButton } from '~/ui/LinkButton';
import { Loading } from '~/ui/Loading';
import { Page } from '~/ui/Page';
import { Panel } from '~/ui/Panel';
import { cartName } from './cart-name';
import styles from './ConfirmCartPage.module.css';
import { recordFacts } from './order-record';
import { RecordButtons } from './RecordButtons';
import { usePrintTitle } from './use-print-title';

const route = getRouteApi('/carts/$cartId/record');

/** What was sent of a cart from this browser, every line in full: to look at, to print and to save. */
export function SentRecordPage() {
  const { cartId } = route.useParams();
  const { confirmPage, record } = useOrderMessages();
  const sent = useSent(cartId);
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

function Sent({ sent }: { readonly sent: SentCart }) {
  const messages = useAllMessages();
  const orders = useOrderMessages();
  const { formats, language } = useI18n();
  const { record, confirmPage } = orders;
  const { cart, at } = sent;
  const title = record.title(cartName(cart, messages));
  const lines = readableLines(cart);
  usePrintTitle(title);
  return (
    <Page
      title={title}
      subtitle={record.sent(formats.dateTime(at.toISOString()))}
      actions={
        <>
          <LinkButton to="/carts/$cartId" params={{ cartId: cart.id }}>
            {confirmPage.back}
          </LinkButton>
          <RecordButtons canPrint of={{ kind: 'sent', ...sent }} />
        </>
      }
    >
      <Facts
        facts={recordFacts(
          { kind: 'sent', ...sent },
          { messages: { ...messages, ...orders }, formats, language },
        )}
      />
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

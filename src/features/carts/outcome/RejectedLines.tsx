import { Link } from '@tanstack/react-router';
import type { OrderLine } from '~/contract/order-line';
import { lineName } from '~/features/order-lines/display/LineName';
import { RejectionList } from '~/features/order-lines/rejections/notices/RejectionList';
import { useAllMessages } from '~/i18n/I18nProvider';
import styles from './OutcomePanel.module.css';

/** Each rejected line with what the operator said of it, leading to the field that it names. */
export function RejectedLines({ lines }: { readonly lines: readonly OrderLine[] }) {
  const messages = useAllMessages();
  const { rejected } = messages;
  const { outcome } = messages;
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{outcome.rejectedLines}</h3>
      <ul className={styles['rejected']}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to="/lines/$lineId" params={{ lineId: line.id }}>
              {lineName(line, messages)}
            </Link>
            {line.termination_error.length === 0 && <p>{rejected.unexplained}</p>}
            <RejectionList
              errors={line.termination_error}
              wayTo={(key, name) => (
                <Link to="/lines/$lineId" params={{ lineId: line.id }} hash={key}>
                  {name}
                </Link>
              )}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

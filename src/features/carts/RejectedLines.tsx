import { Link } from '@tanstack/react-router';
import type { OrderLine } from '~/contract/order-line';
import { lineName } from '~/features/order-lines/LineName';
import { RejectionDetail } from '~/features/order-lines/RejectionDetail';
import { rejectedLeaf } from '~/features/order-lines/rejection-texts';
import { leafLabel } from '~/features/order-lines/line-labels';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import styles from './OutcomePanel.module.css';

/** Each rejected line with what the operator said of it, leading to the field that it names. */
export function RejectedLines({ lines }: { readonly lines: readonly OrderLine[] }) {
  const messages = useAllMessages();
  const { rejected } = useOrderMessages();
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
            <ul>
              {line.termination_error.map((error, index) => {
                const key = rejectedLeaf(error);
                return (
                  <li key={`${error.code} ${error.property_path} ${index}`}>
                    <RejectionDetail
                      error={error}
                      field={
                        key && (
                          <Link to="/lines/$lineId" params={{ lineId: line.id }} hash={key}>
                            {leafLabel(key, messages)}
                          </Link>
                        )
                      }
                    />
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

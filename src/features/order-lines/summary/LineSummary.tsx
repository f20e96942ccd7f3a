import { UNPROMISED_FIELDS, type OrderLine } from '~/contract/order-line';
import type { FieldChange } from '~/domain/carts/cart-diff';
import { useAllMessages } from '~/i18n/I18nProvider';
import { fieldText } from '~/features/order-lines/labels/line-labels';
import { lineSummary } from './line-summary';
import styles from './LineSummary.module.css';

interface LineSummaryProps {
  readonly line: OrderLine;
  /** What differs from an earlier reading: the older value stands beside the new one. */
  readonly changes?: readonly FieldChange[];
}

/** A line to read: everything that is filled, section by section. An empty field is shown only when it was filled before. */
export function LineSummary({ line, changes = [] }: LineSummaryProps) {
  const messages = useAllMessages();
  const { review, confirmPage } = messages;
  const changeOf = (key: string) => changes.find((change) => change.key === key);
  const sections = lineSummary(
    line,
    messages,
    changes.map(({ key }) => key),
  );
  const isPartial = UNPROMISED_FIELDS.some((field) => !line.returned.includes(field));
  return (
    <>
      <div className={styles['sections']}>
        {sections.map(({ title, facts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className={styles['facts']}>
              {facts.map(({ key, label, value }) => {
                const change = changeOf(key);
                return (
                  <div key={key} className={change ? styles['changed'] : undefined}>
                    <dt>{label}</dt>
                    <dd>
                      {value || review.empty}
                      {change && (
                        <span className={styles['was']}>
                          {review.was(fieldText(change.before, messages) || review.empty)}
                        </span>
                      )}
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        ))}
      </div>
      {isPartial && <p className={styles['note']}>{confirmPage.notReturned}</p>}
    </>
  );
}

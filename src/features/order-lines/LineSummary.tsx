import { UNPROMISED_FIELDS, type OrderLine } from '~/contract/order-line';
import type { LeafChange } from '~/domain/review-differences';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { leafText } from './line-labels';
import { lineSummary } from './line-summary';
import styles from './LineSummary.module.css';

interface LineSummaryProps {
  readonly line: OrderLine;
  /** What differs from an earlier reading: the older value stands beside the new one. */
  readonly changes?: readonly LeafChange[];
}

/** A line to read: everything that is filled, section by section. What is empty is left out, unless it was not before. */
export function LineSummary({ line, changes = [] }: LineSummaryProps) {
  const messages = useAllMessages();
  const { review, confirmPage } = useOrderMessages();
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
                          {review.was(leafText(change.before, messages) || review.empty)}
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

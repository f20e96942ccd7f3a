import type { OrderLine } from '~/contract/order-line';
import { UNPROMISED_FIELDS } from '~/contract/order-line';
import { lineLeaves, type LeafValue } from '~/domain/line-leaves';
import type { Messages } from '~/i18n/I18nProvider';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Facts } from '~/ui/Facts';
import { leafLabel } from './line-labels';
import { inScreenOrder, sectionOf, SECTION_ORDER } from './line-sections';
import styles from './LineSummary.module.css';

/** A line to read: everything that is filled, section by section. What is empty is left out. */
export function LineSummary({ line }: { readonly line: OrderLine }) {
  const messages = useAllMessages();
  const { linePage, confirmPage } = messages;
  const filled = inScreenOrder(
    [...lineLeaves(line)]
      .map(([key, value]) => ({ key, value: shownValue(value, messages) }))
      .filter(({ value }) => value !== ''),
  );
  const isPartial = UNPROMISED_FIELDS.some((field) => !line.returned.includes(field));
  return (
    <>
      <div className={styles['sections']}>
        {SECTION_ORDER.map((section) => {
          const leaves = filled.filter(({ key }) => sectionOf(key) === section);
          return (
            leaves.length > 0 && (
              <section key={section}>
                <h3>{linePage.sections[section]}</h3>
                <Facts facts={leaves.map(({ key, value }) => ({ label: leafLabel(key, messages), value }))} />
              </section>
            )
          );
        })}
      </div>
      {isPartial && <p className={styles['note']}>{confirmPage.notReturned}</p>}
    </>
  );
}

function shownValue(value: LeafValue, { common }: Messages): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  return typeof value === 'string' ? value : value.join(', ');
}

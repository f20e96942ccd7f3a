import type { Batch } from '~/domain/batches/batch';
import { batchTotals, TOTAL_KINDS } from '~/domain/batches/batch-totals';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import styles from './BatchPage.module.css';

/** How many rows are in each state. They add up to the rows that the batch was started with, or the page says so. */
export function BatchTotalsList({ batch }: { readonly batch: Batch }) {
  const { batches } = useAllMessages();
  const { number } = useFormats();
  const totals = batchTotals(batch);
  const counted = TOTAL_KINDS.filter((kind) => totals[kind] > 0);
  return (
    <dl className={styles['totals']}>
      {counted.map((kind) => (
        <div key={kind}>
          <dt>{batches.rowKinds[kind]}</dt>
          <dd>{number(totals[kind])}</dd>
        </div>
      ))}
      <div>
        <dt>{batches.sum}</dt>
        <dd>{number(totals.rows)}</dd>
      </div>
    </dl>
  );
}

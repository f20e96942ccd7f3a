import { Button } from '@mantine/core';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import {
  isOfFilter,
  ROW_FILTERS,
  type CheckEntry,
  type RowFilter,
} from '~/features/import/rows/check-entries';
import styles from './CheckStep.module.css';

interface CheckFiltersProps {
  readonly entries: readonly CheckEntry[];
  readonly filter: RowFilter;
  readonly onChoose: (filter: RowFilter) => void;
}

/** The states of the rows with their counts; one of them is shown. */
export function CheckFilters({ entries, filter, onChoose }: CheckFiltersProps) {
  const { importing } = useAllMessages();
  const { number } = useFormats();
  const counts = ROW_FILTERS.map((name) => ({
    name,
    count: entries.filter((entry) => isOfFilter(entry, name)).length,
  }));
  const isOffered = (name: RowFilter, count: number) =>
    count > 0 || name === filter || (name !== 'double' && name !== 'left-out');
  return (
    <div role="group" aria-label={importing.filter} className={styles['filters']}>
      {counts
        .filter(({ name, count }) => isOffered(name, count))
        .map(({ name, count }) => (
          <Button
            key={name}
            variant={name === filter ? 'light' : 'default'}
            aria-pressed={name === filter}
            className={styles['filter']}
            onClick={() => onChoose(name)}
          >
            {importing.filters[name](number(count))}
          </Button>
        ))}
    </div>
  );
}

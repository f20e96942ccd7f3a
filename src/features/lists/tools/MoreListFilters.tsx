import type { ActiveFilter, ListSearchParams } from '~/domain/lists/list-search-params';
import { DayRangeFilter } from '~/ui/filters/DayRangeFilter';
import { MoreFilters } from '~/ui/filters/FilterBar';
import { TextFilter } from '~/ui/filters/TextFilter';
import type { FilterSet } from '~/ui/filters/filter-set';

const PAST = ['today', 'yesterday', 'last-7-days', 'last-30-days', 'this-month'] as const;
const EXPIRY = ['expired', 'next-7-days', 'next-14-days', 'next-30-days'] as const;

interface MoreListFiltersProps {
  readonly filters: Pick<FilterSet, 'texts' | 'dates'>;
  readonly search: ListSearchParams;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: ListSearchParams, replace?: boolean) => void;
}

/** The filters that are not always in sight. */
export function MoreListFilters({ filters, search, active, onChange }: MoreListFiltersProps) {
  return (
    <MoreFilters>
      {filters.texts.map(({ name, label }) => (
        <TextFilter
          key={name}
          label={label}
          value={search[name] ?? ''}
          onChange={(value) => onChange({ [name]: value }, true)}
        />
      ))}
      {filters.dates.map(({ name, label }) => {
        const days = active.find((filter) => filter.name === name)?.days;
        return (
          <DayRangeFilter
            key={name}
            label={label}
            choices={name === 'expiration_date' ? EXPIRY : PAST}
            value={search[name] ?? ''}
            from={days?.from ?? ''}
            to={days?.to ?? ''}
            onChange={(value) => onChange({ [name]: value })}
          />
        );
      })}
    </MoreFilters>
  );
}

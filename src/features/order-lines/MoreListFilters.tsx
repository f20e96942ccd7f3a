import type { ActiveFilter, ListAddress } from '~/domain/list-address';
import { DayRangeFilter } from '~/ui/DayRangeFilter';
import { MoreFilters } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { FilterSet } from './ListFilters';

const PAST = ['today', 'yesterday', 'last-7-days', 'last-30-days', 'this-month'] as const;
const EXPIRY = ['expired', 'next-7-days', 'next-14-days', 'next-30-days'] as const;

interface MoreListFiltersProps {
  readonly filters: Pick<FilterSet, 'texts' | 'dates'>;
  readonly address: ListAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: ListAddress, replace?: boolean) => void;
}

/** The filters that are not always in sight. */
export function MoreListFilters({ filters, address, active, onChange }: MoreListFiltersProps) {
  return (
    <MoreFilters>
      {filters.texts.map(({ name, label }) => (
        <TextFilter
          key={name}
          label={label}
          value={address[name] ?? ''}
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
            value={address[name] ?? ''}
            from={days?.from ?? ''}
            to={days?.to ?? ''}
            onChange={(value) => onChange({ [name]: value })}
          />
        );
      })}
    </MoreFilters>
  );
}

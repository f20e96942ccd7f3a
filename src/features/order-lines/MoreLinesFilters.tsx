import { LINE_DATES, LINE_TEXTS, type ActiveFilter } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { DayRangeFilter } from '~/ui/DayRangeFilter';
import { MoreFilters } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { LineAddress } from './line-address';

const PAST = ['today', 'yesterday', 'last-7-days', 'last-30-days', 'this-month'] as const;
const EXPIRY = ['expired', 'next-7-days', 'next-14-days', 'next-30-days'] as const;

interface MoreLinesFiltersProps {
  readonly address: LineAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: LineAddress, replace?: boolean) => void;
}

/** The filters that are not always in sight. */
export function MoreLinesFilters({ address, active, onChange }: MoreLinesFiltersProps) {
  const { lineFields } = useMessages();
  return (
    <MoreFilters>
      {LINE_TEXTS.filter((name) => name !== 'state').map((name) => (
        <TextFilter
          key={name}
          label={lineFields[name]}
          value={address[name] ?? ''}
          onChange={(value) => onChange({ [name]: value }, true)}
        />
      ))}
      {LINE_DATES.map((name) => {
        const days = active.find((filter) => filter.name === name)?.days;
        return (
          <DayRangeFilter
            key={name}
            label={lineFields[name]}
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

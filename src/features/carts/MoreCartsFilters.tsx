import { CART_DATES, type ActiveFilter } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { DayRangeFilter } from '~/ui/DayRangeFilter';
import { MoreFilters } from '~/ui/FilterBar';

import type { CartAddress } from './cart-address';

const PAST = ['today', 'yesterday', 'last-7-days', 'last-30-days', 'this-month'] as const;

interface MoreCartsFiltersProps {
  readonly address: CartAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: CartAddress, replace?: boolean) => void;
}

/** The filters that are not always in sight. */
export function MoreCartsFilters({ address, active, onChange }: MoreCartsFiltersProps) {
  const { cartFields } = useMessages();
  return (
    <MoreFilters>
      {CART_DATES.map((name) => {
        const days = active.find((filter) => filter.name === name)?.days;
        return (
          <DayRangeFilter
            key={name}
            label={cartFields[name]}
            choices={PAST}
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

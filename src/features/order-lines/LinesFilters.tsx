import { useState, type ReactNode } from 'react';
import { isKnownLineState, LINE_STATES } from '~/contract/states';
import { LINE_DATES, LINE_TEXTS, type ActiveFilter } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DayRangeFilter } from '~/ui/DayRangeFilter';
import { FilterBar, MoreFilters, SelectFilter } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { LineAddress } from './line-address';

const PAST = ['today', 'yesterday', 'last-7-days', 'last-30-days', 'this-month'] as const;
const EXPIRY = ['expired', 'next-7-days', 'next-14-days', 'next-30-days'] as const;

interface LinesFiltersProps {
  readonly address: LineAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: LineAddress, replace?: boolean) => void;
  /** Views, columns and the like, at the end of the row. */
  readonly tools: ReactNode;
}

/** The controls of the list show what the address says, and write it. */
export function LinesFilters({ address, active, onChange, tools }: LinesFiltersProps) {
  const { lists, linesPage, lineStates, lineFields } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const state = address['state'] ?? '';
  const states = [
    { value: '', label: lists.anyState },
    ...LINE_STATES.map((value) => ({ value, label: lineStates[value] })),
    // A state that we do not know may stand in a link all the same.
    ...(state !== '' && !isKnownLineState(state) ? [{ value: state, label: state }] : []),
  ];
  const others = active.filter(({ name }) => name !== 'state').length;
  return (
    <FilterBar label={linesPage.title}>
      <TextFilter
        isSearch
        label={lists.search}
        placeholder={lists.searchPlaceholder}
        value={address['search'] ?? ''}
        onChange={(search) => onChange({ search }, true)}
      />
      <SelectFilter
        label={lists.state}
        value={state}
        options={states}
        onChange={(value) => onChange({ state: value })}
      />
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {lists.moreFilters(others)}
      </Button>
      {tools}
      {isOpen && (
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
      )}
    </FilterBar>
  );
}

import { lazy, Suspense, useState, type ReactNode } from 'react';
import { isKnownLineState, LINE_STATES } from '~/contract/states';
import type { ActiveFilter } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FilterBar, SelectFilter } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { LineAddress } from './line-address';

const MoreLinesFilters = lazy(() =>
  import('./MoreLinesFilters').then(({ MoreLinesFilters }) => ({ default: MoreLinesFilters })),
);

interface LinesFiltersProps {
  readonly address: LineAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: LineAddress, replace?: boolean) => void;
  /** Views, columns and the like, at the end of the row. */
  readonly tools: ReactNode;
}

/** The controls of the list show what the address says, and write it. */
export function LinesFilters({ address, active, onChange, tools }: LinesFiltersProps) {
  const { lists, linesPage, lineStates } = useMessages();
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
        <Suspense>
          <MoreLinesFilters address={address} active={active} onChange={onChange} />
        </Suspense>
      )}
    </FilterBar>
  );
}

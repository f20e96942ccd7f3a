import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { ActiveFilter, ListAddress } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FilterBar, ListTools, SelectFilter } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';

const MoreListFilters = lazy(() =>
  import('./MoreListFilters').then(({ MoreListFilters }) => ({ default: MoreListFilters })),
);

/** A filter by its name in the address, and what it is called. */
interface NamedFilter {
  readonly name: string;
  readonly label: string;
}

/** The filters that a list has. */
export interface FilterSet {
  /** Texts that are always in sight; the first one also on a narrow screen. */
  readonly inSight: readonly [NamedFilter, ...NamedFilter[]];
  readonly states: readonly { readonly value: string; readonly label: string }[];
  readonly texts: readonly NamedFilter[];
  readonly dates: readonly NamedFilter[];
}

interface ListFiltersProps {
  /** What is listed, in a word. */
  readonly label: string;
  readonly filters: FilterSet;
  readonly address: ListAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: ListAddress, replace?: boolean) => void;
  /** Views, columns and the like, at the end of the row. */
  readonly tools: ReactNode;
}

/** The controls of a list show what the address says, and write it. */
export function ListFilters({ label, filters, address, active, onChange, tools }: ListFiltersProps) {
  const { lists } = useMessages();
  const behind = [...filters.texts, ...filters.dates].map(({ name }) => name);
  const countBehind = active.filter(({ name }) => behind.includes(name)).length;
  // An address that sets one of them shows them; after that it is the person's choice.
  const [isOpen, setIsOpen] = useState(behind.some((name) => name in address));
  const state = address['state'] ?? '';
  const isKnown = state === '' || filters.states.some(({ value }) => value === state);
  const [main, ...others] = filters.inSight.map(({ name, label }) => (
    <TextFilter
      key={name}
      label={label}
      isSearch={name === 'search'}
      {...(name === 'search' && { placeholder: lists.searchPlaceholder })}
      value={address[name] ?? ''}
      onChange={(value) => onChange({ [name]: value }, true)}
    />
  ));
  return (
    <FilterBar label={label} main={main} count={active.length}>
      {others}
      <SelectFilter
        label={lists.state}
        value={state}
        options={[
          { value: '', label: lists.anyState },
          ...filters.states,
          // A state that we do not know may stand in a link all the same.
          ...(isKnown ? [] : [{ value: state, label: state }]),
        ]}
        onChange={(value) => onChange({ state: value })}
      />
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {lists.moreFilters(countBehind)}
      </Button>
      <ListTools>{tools}</ListTools>
      {isOpen && (
        <Suspense>
          <MoreListFilters filters={filters} address={address} active={active} onChange={onChange} />
        </Suspense>
      )}
    </FilterBar>
  );
}

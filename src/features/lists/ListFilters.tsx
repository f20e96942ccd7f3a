import { Suspense, useState, type ReactNode } from 'react';
import type { ActiveFilter, ListSearchParams } from '~/domain/lists/list-search-params';
import { useMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Button } from '@mantine/core';
import { FilterBar, ListTools, SelectFilter } from '~/ui/filters/FilterBar';
import { TextFilter } from '~/ui/filters/TextFilter';
import type { FilterSet } from '~/ui/filters/filter-set';
import { LazyMoreListFilters } from '~/features/lists/tools/lazy';

interface ListFiltersProps {
  /** What is listed, in a word. */
  readonly label: string;
  readonly filters: FilterSet;
  readonly search: ListSearchParams;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: ListSearchParams, replace?: boolean) => void;
  /** Views, columns and the like, at the end of the row. */
  readonly tools: ReactNode;
}

/** The controls of a list show its search params and change them. */
export function ListFilters({ label, filters, search, active, onChange, tools }: ListFiltersProps) {
  const { lists } = useMessages();
  const behind = [...filters.texts, ...filters.dates].map(({ name }) => name);
  const countBehind = active.filter(({ name }) => behind.includes(name)).length;
  // A search param of one of them shows them; after that the person decides.
  const [isOpen, setIsOpen] = useState(behind.some((name) => name in search));
  const state = search['state'] ?? '';
  const isKnown = state === '' || filters.states.some(({ value }) => value === state);
  const [main, ...others] = filters.inSight.map(({ name, label }) => (
    <TextFilter
      key={name}
      label={label}
      isSearch={name === 'search'}
      {...(name === 'search' && { placeholder: lists.searchPlaceholder })}
      value={search[name] ?? ''}
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
          ...(isKnown ? [] : [{ value: state, label: shownText(state) }]),
        ]}
        onChange={(value) => onChange({ state: value })}
      />
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {lists.moreFilters(countBehind)}
      </Button>
      <ListTools>{tools}</ListTools>
      {isOpen && (
        <Suspense>
          <LazyMoreListFilters filters={filters} search={search} active={active} onChange={onChange} />
        </Suspense>
      )}
    </FilterBar>
  );
}

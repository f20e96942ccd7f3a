import { Suspense, type ReactNode } from 'react';
import type { CartListQuery, LineListQuery } from '~/contract/list-query';
import type { ListSearchParams, ParsedSearchParams } from '~/domain/lists/list-search-params';
import { useI18n } from '~/i18n/I18nProvider';
import { FilterChips } from '~/ui/filters/FilterChips';
import { toChips } from './filter-chips';
import type { FilterSet } from '~/ui/filters/filter-set';
import { ListFilters } from './ListFilters';
import type { useListNavigation } from './use-list-navigation';

interface ListHeadProps {
  /** What is listed, in a word. */
  readonly label: string;
  readonly filters: FilterSet;
  readonly search: ListSearchParams;
  /** The parsed search params. */
  readonly parsed: ParsedSearchParams<LineListQuery | CartListQuery>;
  readonly navigation: ReturnType<typeof useListNavigation>;
  /** What a filter is called. */
  readonly nameOf: (filter: string) => string;
  /** A state in words. */
  readonly stateText: (state: string) => string;
  /** Views, columns and the like; what they need may still be on its way. */
  readonly tools: ReactNode;
}

/** Above the rows of a list: its filters, and what they are set to. */
export function ListHead({
  label,
  filters,
  search,
  parsed,
  navigation: { change, clear, clears },
  nameOf,
  stateText,
  tools,
}: ListHeadProps) {
  const { messages, formats } = useI18n();
  return (
    <>
      <ListFilters
        key={clears}
        label={label}
        filters={filters}
        search={search}
        active={parsed.active}
        onChange={change}
        tools={<Suspense>{tools}</Suspense>}
      />
      <FilterChips
        chips={toChips(parsed, { messages, formats, label: nameOf, state: stateText })}
        onRemove={(name) => change({ [name]: '' })}
        onClear={clear}
      />
    </>
  );
}

import { Suspense, type ReactNode } from 'react';
import type { CartListQuery, LineListQuery } from '~/contract/list-query';
import type { ListAddress, ReadAddress } from '~/domain/list-address';
import { useI18n } from '~/i18n/I18nProvider';
import { FilterChips } from '~/ui/FilterChips';
import { toChips } from './line-filters';
import { ListFilters, type FilterSet } from './ListFilters';
import type { useListNavigation } from './use-list-navigation';

interface ListHeadProps {
  /** What is listed, in a word. */
  readonly label: string;
  readonly filters: FilterSet;
  readonly address: ListAddress;
  /** What the address asks for. */
  readonly asked: ReadAddress<LineListQuery | CartListQuery>;
  readonly ways: ReturnType<typeof useListNavigation>;
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
  address,
  asked,
  ways: { change, clear, clears },
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
        address={address}
        active={asked.active}
        onChange={change}
        tools={<Suspense>{tools}</Suspense>}
      />
      <FilterChips
        chips={toChips(asked, { messages, formats, label: nameOf, state: stateText })}
        onRemove={(name) => change({ [name]: '' })}
        onClear={clear}
      />
    </>
  );
}

import { lazy, Suspense, useState, type ReactNode } from 'react';
import { CART_STATES, isKnownCartState } from '~/contract/states';
import type { ActiveFilter } from '~/domain/list-address';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FilterBar, SelectFilter } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { CartAddress } from './cart-address';

const MoreCartsFilters = lazy(() =>
  import('./MoreCartsFilters').then(({ MoreCartsFilters }) => ({ default: MoreCartsFilters })),
);

interface CartsFiltersProps {
  readonly address: CartAddress;
  readonly active: readonly ActiveFilter[];
  readonly onChange: (changes: CartAddress, replace?: boolean) => void;
  /** Views, columns and the like, at the end of the row. */
  readonly tools: ReactNode;
}

/** The controls of the list show what the address says, and write it. */
export function CartsFilters({ address, active, onChange, tools }: CartsFiltersProps) {
  const { lists, cartsPage, cartStates, cartFields } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const state = address['state'] ?? '';
  const states = [
    { value: '', label: lists.anyState },
    ...CART_STATES.map((value) => ({ value, label: cartStates[value] })),
    // A state that we do not know may stand in a link all the same.
    ...(state !== '' && !isKnownCartState(state) ? [{ value: state, label: state }] : []),
  ];
  const inDays = active.filter(({ days }) => days !== null).length;
  return (
    <FilterBar label={cartsPage.title}>
      {(['external_id', 'project_id'] as const).map((name) => (
        <TextFilter
          key={name}
          label={cartFields[name]}
          value={address[name] ?? ''}
          onChange={(value) => onChange({ [name]: value }, true)}
        />
      ))}
      <SelectFilter
        label={lists.state}
        value={state}
        options={states}
        onChange={(value) => onChange({ state: value })}
      />
      <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {lists.moreFilters(inDays)}
      </Button>
      {tools}
      {isOpen && (
        <Suspense>
          <MoreCartsFilters address={address} active={active} onChange={onChange} />
        </Suspense>
      )}
    </FilterBar>
  );
}

import { CART_STATES, isKnownCartState } from '~/contract/states';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FilterBar, SelectFilter } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { CartAddress } from './cart-address';

interface CartsFiltersProps {
  readonly address: CartAddress;
  readonly isFiltered: boolean;
  readonly onChange: (changes: CartAddress, replace?: boolean) => void;
  readonly onClear: () => void;
}

/** The controls of the list show what the address says, and write it. */
export function CartsFilters({ address, isFiltered, onChange, onClear }: CartsFiltersProps) {
  const { lists, cartsPage, cartStates, cartFields } = useMessages();
  const state = address.state ?? '';
  const states = [
    { value: '', label: lists.anyState },
    ...CART_STATES.map((value) => ({ value, label: cartStates[value] })),
    // A state that we do not know may stand in a link all the same.
    ...(state !== '' && !isKnownCartState(state) ? [{ value: state, label: state }] : []),
  ];
  return (
    <FilterBar label={cartsPage.title}>
      <TextFilter
        label={cartFields.external_id}
        value={address.external_id ?? ''}
        onChange={(external_id) => onChange({ external_id }, true)}
      />
      <TextFilter
        label={cartFields.project_id}
        value={address.project_id ?? ''}
        onChange={(project_id) => onChange({ project_id }, true)}
      />
      <SelectFilter
        label={lists.state}
        value={state}
        options={states}
        onChange={(value) => onChange({ state: value })}
      />
      {isFiltered && (
        <Button look="quiet" onClick={onClear}>
          {lists.clear}
        </Button>
      )}
    </FilterBar>
  );
}

import { LINE_STATES } from '~/contract/states';
import { isKnownLineState } from '~/contract/states';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { FilterBar, SelectFilter } from '~/ui/FilterBar';
import { TextFilter } from '~/ui/TextFilter';
import type { LineAddress } from './line-address';

interface LinesFiltersProps {
  readonly address: LineAddress;
  readonly isFiltered: boolean;
  readonly onChange: (changes: LineAddress, replace?: boolean) => void;
  readonly onClear: () => void;
}

/** The controls of the list show what the address says, and write it. */
export function LinesFilters({ address, isFiltered, onChange, onClear }: LinesFiltersProps) {
  const { lists, linesPage, lineStates } = useMessages();
  const state = address.state ?? '';
  const states = [
    { value: '', label: lists.anyState },
    ...LINE_STATES.map((value) => ({ value, label: lineStates[value] })),
    // A state that we do not know may stand in a link all the same.
    ...(state !== '' && !isKnownLineState(state) ? [{ value: state, label: state }] : []),
  ];
  return (
    <FilterBar label={linesPage.title}>
      <TextFilter
        isSearch
        label={lists.search}
        placeholder={lists.searchPlaceholder}
        value={address.search ?? ''}
        onChange={(search) => onChange({ search }, true)}
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

import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import styles from './FilterChips.module.css';

export interface Chip {
  readonly key: string;
  readonly text: string;
  /** The search param is invalid; the list works without it. */
  readonly isRefused?: boolean;
}

interface FilterChipsProps {
  readonly chips: readonly Chip[];
  readonly onRemove: (key: string) => void;
  readonly onClear: () => void;
}

/** Every filter in force, each to be taken away by itself, and all at once. */
export function FilterChips({ chips, onRemove, onClear }: FilterChipsProps) {
  const { lists } = useMessages();
  if (chips.length === 0) return null;
  return (
    <div className={styles['bar']}>
      <ul className={styles['chips']} aria-label={lists.activeFilters}>
        {chips.map(({ key, text, isRefused }) => (
          <li key={key} className={`${styles['chip']} ${isRefused ? styles['refused'] : ''}`}>
            <span>
              {isRefused && <span aria-hidden="true">⚠ </span>}
              {text}
            </span>
            <button type="button" aria-label={lists.removeFilter(text)} onClick={() => onRemove(key)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
      <Button variant="subtle" onClick={onClear}>
        {lists.clear}
      </Button>
    </div>
  );
}

import { useState, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import styles from './FilterBar.module.css';
import { useNarrow } from '~/ui/browser/use-narrow';

interface FilterBarProps {
  readonly label: string;
  /** The filter that is in sight on any screen. */
  readonly main: ReactNode;
  /** How many of the others are in force. */
  readonly count: number;
  /** The others, and what else can be done with the list; on a narrow screen behind a button, for the rows come first. */
  readonly children: ReactNode;
}

/** The filters of a list, in a row. */
export function FilterBar({ label, main, count, children }: FilterBarProps) {
  const { lists } = useMessages();
  const isNarrow = useNarrow();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <search className={styles['bar']} aria-label={label}>
      <div className={styles['main']}>{main}</div>
      {isNarrow && (
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {lists.filtersAndTools(count)}
        </Button>
      )}
      <div className={styles['rest']} hidden={isNarrow && !isOpen}>
        {children}
      </div>
    </search>
  );
}

/** The filters that are not always in sight. */
export function MoreFilters({ children }: { readonly children: ReactNode }) {
  return <div className={styles['more']}>{children}</div>;
}

/** What else can be done with a list, at the end of the row. */
export function ListTools({ children }: { readonly children: ReactNode }) {
  return <div className={styles['tools']}>{children}</div>;
}

interface SelectFilterProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few values; what is chosen counts at once. */
export function SelectFilter({ label, value, options, onChange }: SelectFilterProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <select
        className={styles['input']}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

import type { ReactNode } from 'react';
import styles from './FilterBar.module.css';

/** The filters of a list, in a row. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <search className={styles['bar']} aria-label={label}>
      {children}
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

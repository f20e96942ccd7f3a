import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** What is wrong with the value. */
  readonly error?: string;
  /** Lets a link lead to the fact, and the focus be moved to it. */
  readonly id?: string;
}

interface FactsProps {
  readonly facts: readonly Fact[];
  /** For a narrow place: each value under its label. */
  readonly stacked?: boolean;
}

/** Labelled values to read. */
export function Facts({ facts, stacked = false }: FactsProps) {
  return (
    <dl className={styles[stacked ? 'stacked' : 'facts']}>
      {facts.map(({ label, value, error, id }) => (
        <div
          key={label}
          className={error === undefined ? undefined : styles['wrong']}
          id={id}
          tabIndex={id === undefined ? undefined : -1}
        >
          <dt>{label}</dt>
          <dd>
            {value}
            {error !== undefined && <p className={styles['error']}>{error}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

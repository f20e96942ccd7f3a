import type { ReactNode } from 'react';
import styles from './Facts.module.css';

interface Fact {
  readonly label: string;
  readonly value: ReactNode;
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
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

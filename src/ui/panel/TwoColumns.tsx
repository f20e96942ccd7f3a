import type { ReactNode } from 'react';
import styles from './TwoColumns.module.css';

interface TwoColumnsProps {
  readonly children: ReactNode;
  /** Beside it on a wide page, below it on a narrow one. */
  readonly side: ReactNode;
}

/** The main part of a page and a side column. */
export function TwoColumns({ children, side }: TwoColumnsProps) {
  return (
    <div className={styles['columns']}>
      <div>{children}</div>
      <div>{side}</div>
    </div>
  );
}

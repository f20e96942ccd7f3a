import { useId, type ReactNode } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** At the end of the heading's row. */
  readonly aside?: ReactNode;
  /** Content that reaches the panel's edges: a table. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A titled region of a page. */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={styles['panel']} aria-labelledby={titleId}>
      <div className={styles['header']}>
        <h2 id={titleId}>{title}</h2>
        {aside}
      </div>
      <div className={flush ? styles['flush'] : styles['body']}>{children}</div>
    </section>
  );
}

import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton';
import styles from './Copyable.module.css';

interface CopyableProps {
  /** '' for nothing to copy. */
  readonly value: string;
  readonly what: string;
  readonly children: ReactNode;
}

/** A value in a table cell; its copy button shows when the row is pointed at or the button has the focus. */
export function Copyable({ value, what, children }: CopyableProps) {
  return (
    <span className={styles['copyable']}>
      <span className={styles['value']}>{children}</span>
      {value !== '' && <CopyButton value={value} what={what} />}
    </span>
  );
}

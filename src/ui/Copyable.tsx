import type { ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './Copyable.module.css';

interface CopyableProps {
  /** '' for nothing to copy. */
  readonly value: string;
  readonly what: string;
  readonly children: ReactNode;
}

/**
 * A value in a table's cell with a button that copies it, shown when the row is pointed at or the button has the focus.
 * The table hears the click: a page of rows has no room for fifty handlers.
 */
export function Copyable({ value, what, children }: CopyableProps) {
  const { common } = useMessages();
  return (
    <span className={styles['copyable']}>
      <span className={styles['value']}>{children}</span>
      {value !== '' && (
        <button type="button" data-copy={value} aria-label={common.copy(what)} title={common.copy(what)} />
      )}
    </span>
  );
}

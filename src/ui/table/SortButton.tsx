import { useMessages } from '~/i18n/I18nProvider';
import styles from './SortButton.module.css';

interface SortButtonProps {
  readonly header: string;
  readonly direction: 'ascending' | 'descending' | 'none';
  readonly onClick: () => void;
}

/** A heading that sorts, with the direction in force. */
export function SortButton({ header, direction, onClick }: SortButtonProps) {
  const { lists } = useMessages();
  return (
    <button type="button" className={styles['sort']} title={lists.sortBy(header)} onClick={onClick}>
      {header}
      <svg viewBox="0 0 8 12" aria-hidden="true">
        <path className={direction === 'ascending' ? '' : styles['idle']} d="M4 1 7 5H1Z" />
        <path className={direction === 'descending' ? '' : styles['idle']} d="M4 11 1 7h6Z" />
      </svg>
    </button>
  );
}

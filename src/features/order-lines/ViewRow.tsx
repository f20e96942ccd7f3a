import { useEffect, useRef } from 'react';
import { useAllMessages } from '~/i18n/I18nProvider';
import styles from './ViewsMenu.module.css';

interface ViewRowProps {
  readonly name: string;
  readonly isStart: boolean;
  readonly hasFocus?: boolean;
  readonly onOpen: () => void;
  readonly onStart: () => void;
  readonly onRemove?: () => void;
}

/** One view: its name opens it; beside it the start of the day, and the way to delete it. */
export function ViewRow({ name, isStart, hasFocus = false, onOpen, onStart, onRemove }: ViewRowProps) {
  const { views: words } = useAllMessages();
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (hasFocus) opener.current?.focus();
  }, [hasFocus]);
  return (
    <li className={styles['row']}>
      <button ref={opener} type="button" className={styles['open']} onClick={onOpen}>
        {name}
      </button>
      {isStart ? (
        <small>{words.isStart}</small>
      ) : (
        <button
          type="button"
          className={styles['act']}
          aria-label={words.start(name)}
          title={words.start(name)}
          onClick={onStart}
        >
          ☆
        </button>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles['act']}
          aria-label={words.remove(name)}
          title={words.remove(name)}
          onClick={onRemove}
        >
          ✕
        </button>
      )}
    </li>
  );
}

import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { focusOn } from '~/ui/keyboard/focus-refs';
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
export function ViewRow({
  name: rawName,
  isStart,
  hasFocus = false,
  onOpen,
  onStart,
  onRemove,
}: ViewRowProps) {
  const { views: labels } = useAllMessages();
  const name = shownText(rawName);
  return (
    <li className={styles['row']}>
      <button ref={hasFocus ? focusOn : null} type="button" className={styles['open']} onClick={onOpen}>
        {name}
      </button>
      {isStart ? (
        <small>{labels.isStart}</small>
      ) : (
        <button
          type="button"
          className={styles['act']}
          aria-label={labels.start(name)}
          title={labels.start(name)}
          onClick={onStart}
        >
          ☆
        </button>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles['act']}
          aria-label={labels.remove(name)}
          title={labels.remove(name)}
          onClick={onRemove}
        >
          ✕
        </button>
      )}
    </li>
  );
}

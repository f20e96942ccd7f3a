import { useMessages } from '~/i18n/I18nProvider';
import styles from './BusyBar.module.css';

/** Above rows that stand in for those on their way. */
export function BusyBar() {
  const { lists } = useMessages();
  return (
    <div className={styles['bar']} role="status">
      <span className="visually-hidden">{lists.updating}</span>
    </div>
  );
}

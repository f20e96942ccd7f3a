import { useEffect, useState } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './EmptyState.module.css';

/** In milliseconds: a wait that needs words. */
const LONG = 3_000;

/** Says what is waited for; after three seconds also that it takes long. */
export function Loading() {
  const { common } = useMessages();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['empty']} role="status">
      <p>{isLong ? common.stillLoading : common.loading}</p>
    </div>
  );
}

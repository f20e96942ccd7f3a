import { Button } from '@mantine/core';
import { useAllMessages } from '~/i18n/I18nProvider';
import { askToNotify, stopNotifying, useNotifyChoice } from './notify-choice';
import styles from './NotifyButton.module.css';

/** Asks for a notification, and only when clicked; says whether one will come. */
export function NotifyButton() {
  const { notify } = useAllMessages();
  const choice = useNotifyChoice();
  if (choice === 'impossible') return null;
  if (choice === 'blocked') return <p className={styles['time']}>{notify.blocked}</p>;
  return choice === 'on' ? (
    <p className={styles['time']}>
      {notify.on}{' '}
      <Button variant="subtle" onClick={stopNotifying}>
        {notify.off}
      </Button>
    </p>
  ) : (
    <div>
      <Button onClick={() => void askToNotify()}>{notify.ask}</Button>
    </div>
  );
}

import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { askToNotify, stopNotifying, useNotifyChoice } from './notify-choice';
import styles from './OutcomePanel.module.css';

/** Asks for a notification, and only when clicked; says whether one will come. */
export function NotifyButton() {
  const { notify } = useOrderMessages();
  const choice = useNotifyChoice();
  if (choice === 'impossible') return null;
  if (choice === 'blocked') return <p className={styles['time']}>{notify.blocked}</p>;
  return choice === 'on' ? (
    <p className={styles['time']}>
      {notify.on}{' '}
      <Button look="quiet" onClick={stopNotifying}>
        {notify.off}
      </Button>
    </p>
  ) : (
    <div>
      <Button onClick={() => void askToNotify()}>{notify.ask}</Button>
    </div>
  );
}

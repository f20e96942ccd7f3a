import type { ReactNode } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { lineName } from '~/features/order-lines/LineName';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { CheckingNote } from '~/ui/CheckingNote';
import { DialogActions } from '~/ui/Dialog';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';
import styles from './CopyLinesDialog.module.css';
import type { useCopyLines } from './use-copy-lines';

interface CopyProgressProps {
  readonly copying: ReturnType<typeof useCopyLines>;
  /** What is copied. */
  readonly lines: readonly OrderLine[];
  readonly label: string;
  readonly onGoOn: () => void;
  readonly onClose: () => void;
  /** What can be done once every copy is there. */
  readonly children?: ReactNode;
}

/** How far copying lines into a new cart is, what stopped it, and the way on. Nothing before it has begun. */
export function CopyProgress({ copying, lines, label, onGoOn, onClose, children }: CopyProgressProps) {
  const messages = useAllMessages();
  const { common } = messages;
  const { copies } = useOrderMessages();
  const { phase, cartId, copies: made, error, doubtfulId } = copying.state;
  if (phase === 'choosing') return null;
  if (phase === 'running') {
    return (
      <div className={styles['form']}>
        <progress value={made.size} max={lines.length} aria-label={label} />
        <p role="status">
          {cartId === null ? copies.creatingCart : copies.progress(made.size, lines.length)}
        </p>
        <CheckingNote since={copying.checkingSince} />
      </div>
    );
  }
  const isDone = phase === 'done';
  const doubtful = lines.find(({ id }) => id === doubtfulId);
  return (
    <>
      <Notice tone={isDone ? 'good' : 'warning'} announce={isDone ? 'status' : 'alert'}>
        <p>{isDone ? copies.done(made.size) : copies.stopped(made.size, lines.length)}</p>
        {doubtful && <p>{copies.unknownLine(lineName(doubtful, messages))}</p>}
      </Notice>
      {error && <FailureNotice error={error} of="write" />}
      {isDone && children}
      <DialogActions>
        <Button onClick={onClose}>{common.close}</Button>
        {cartId !== null && (
          <LinkButton
            look={isDone ? 'primary' : 'plain'}
            to="/carts/$cartId"
            params={{ cartId }}
            onClick={onClose}
          >
            {copies.open}
          </LinkButton>
        )}
        {!isDone && (
          <Button look="primary" onClick={onGoOn}>
            {copies.goOn}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

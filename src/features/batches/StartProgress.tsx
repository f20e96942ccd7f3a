import { Button, Progress } from '@mantine/core';
import { useAllMessages } from '~/i18n/I18nProvider';
import { DialogActions } from '~/ui/dialogs/Dialog';
import { Notice } from '~/ui/feedback/Notice';
import type { StartState } from './use-start-batch';
import { percentOf } from '~/ui/feedback/percent';

interface StartProgressProps {
  readonly state: Exclude<StartState, { phase: 'choosing' }>;
  readonly label: string;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** How far the reading before a batch is, and why it has not begun. */
export function StartProgress({ state, label, onRetry, onClose }: StartProgressProps) {
  const { batches, common } = useAllMessages();
  if (state.phase === 'reading') {
    const { read, total } = state.progress;
    return (
      <>
        <Progress value={percentOf(read, total)} aria-label={label} />
        <p role="status">{batches.reading(read, total)}</p>
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
        </DialogActions>
      </>
    );
  }
  return (
    <>
      <Notice tone="bad" announce="alert">
        <p>{state.phase === 'unreadable' ? batches.unreadable(state.count) : batches.notStored}</p>
      </Notice>
      <DialogActions>
        <Button onClick={onClose}>{common.close}</Button>
        <Button variant="filled" onClick={onRetry}>
          {common.retry}
        </Button>
      </DialogActions>
    </>
  );
}

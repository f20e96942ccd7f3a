import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BatchView } from '~/api/batches/batches';
import type { Batch } from '~/domain/batches/batch';
import { failedRows } from '~/domain/batches/failed-rows';
import { batchStatus, canGoOn, canUndo, isToRemove, rowsLeft } from '~/domain/batches/batch-totals';
import { useBatches } from '~/features/batches/batch-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { focusFallback } from '~/ui/keyboard/focus-refs';
import styles from './BatchPage.module.css';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';

/** What a person can do with a batch: pause, go on, stop and undo. Nothing while another tab runs it. */
export function BatchActions({ view: { batch, runs } }: { readonly view: BatchView }) {
  const { batches } = useAllMessages();
  const acts = useBatches();
  const [isAsking, setIsAsking] = useState(false);
  if (runs === 'elsewhere') return null;
  const isRunning = runs === 'here';
  const status = batchStatus(batch, isRunning).kind;
  const failedCount = failedChanges(batch);
  const mayStop = status === 'paused' && !batch.isUndoing && !batch.isStopped && rowsLeft(batch) > 0;
  return (
    <div
      role="group"
      aria-label={batches.batch}
      className={styles['actions']}
      tabIndex={-1}
      ref={focusFallback}
    >
      {!isRunning && status !== 'incomplete' && canUndo(batch) && (
        <Button variant="outline" color="bad" onClick={() => setIsAsking(true)}>
          {batches.undo}
        </Button>
      )}
      {((isRunning && !batch.isUndoing) || mayStop) && (
        <Button onClick={() => void acts.stop(batch.id)}>{batches.stop}</Button>
      )}
      {isRunning && <Button onClick={() => void acts.pause(batch.id)}>{batches.pause}</Button>}
      {!isRunning && canGoOn(batch) && (
        <Button variant="filled" onClick={() => void acts.goOn(batch.id)}>
          {failedCount > 0 ? batches.retry(failedCount) : batches.goOn}
        </Button>
      )}
      {isAsking && (
        <UndoDialog
          isChange={batch.kind === 'change'}
          count={batch.rows.filter(({ state }) => isToRemove(state)).length}
          onClose={() => setIsAsking(false)}
          onUndo={() => void acts.undo(batch.id)}
        />
      )}
    </div>
  );
}

/** How many rows of a batch of changes are only sent again, as nothing else is open. */
function failedChanges(batch: Batch): number {
  const isDone = batch.kind === 'change' && batchStatus(batch, false).kind === 'done';
  return isDone ? failedRows(batch).length : 0;
}

interface UndoDialogProps {
  readonly isChange: boolean;
  readonly count: number;
  readonly onClose: () => void;
  readonly onUndo: () => void;
}

function UndoDialog({ isChange, count, onClose, onUndo }: UndoDialogProps) {
  const { batches, common } = useAllMessages();
  return (
    <Dialog title={batches.undoTitle} onClose={onClose}>
      <p>{isChange ? batches.undoChangesText(count) : batches.undoText(count)}</p>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          variant="outline"
          color="bad"
          onClick={() => {
            onUndo();
            onClose();
          }}
        >
          {batches.undo}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import { useBlocker } from '@tanstack/react-router';
import { Suspense } from 'react';
import { isLeaving } from '~/api/session';
import { LeaveDialog } from './later-screens';
import { useLineEditStore } from './line-edit';

interface UnsavedGuardProps {
  /** Gives whether the line is saved then. */
  readonly onSave: () => Promise<boolean>;
  readonly onDiscard: () => void;
}

/** Leaving with unsaved text by link, Back or closing the tab always asks first. */
export function UnsavedGuard({ onSave, onDiscard }: UnsavedGuardProps) {
  const { edit } = useLineEditStore();
  const isUnsaved = () => edit().changed.length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved() && !isLeaving(),
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;

  const saveAndLeave = async () => {
    if (await onSave()) blocker.proceed();
    else blocker.reset();
  };
  const discardAndLeave = () => {
    onDiscard();
    blocker.proceed();
  };
  return (
    <Suspense>
      <LeaveDialog
        count={edit().changed.length}
        onStay={blocker.reset}
        onDiscard={discardAndLeave}
        onSave={() => void saveAndLeave()}
      />
    </Suspense>
  );
}

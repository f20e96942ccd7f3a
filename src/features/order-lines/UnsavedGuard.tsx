import { useBlocker } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { isLeaving } from '~/api/session';
import { LeaveDialog } from './later-screens';
import { useLineEditStore } from './line-edit';

interface UnsavedGuardProps {
  readonly isSaving: boolean;
  /** Ends when it is known whether the line is saved. */
  readonly onSave: () => Promise<boolean>;
  readonly onDiscard: () => void;
}

/** Leaving with unsaved text by link, Back or closing the tab always asks first. */
export function UnsavedGuard({ isSaving, onSave, onDiscard }: UnsavedGuardProps) {
  const { edit } = useLineEditStore();
  // The write is over a moment before the form has its answer, and the question must not come back in between.
  const [isSavingToLeave, setIsSavingToLeave] = useState(false);
  const isUnsaved = () => edit().changed.length > 0;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved() && !isLeaving(),
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;

  const saveAndLeave = async () => {
    setIsSavingToLeave(true);
    const isSaved = await onSave();
    setIsSavingToLeave(false);
    if (!isSaved) blocker.reset();
  };
  return (
    <Suspense>
      <LeaveDialog
        isSaving={isSaving || isSavingToLeave}
        onStay={blocker.reset}
        onDiscard={onDiscard}
        onSave={() => void saveAndLeave()}
        onLeave={blocker.proceed}
      />
    </Suspense>
  );
}

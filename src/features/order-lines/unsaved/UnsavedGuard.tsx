import { useBlocker } from '@tanstack/react-router';
import { Suspense } from 'react';
import { isLeaving } from '~/api/session/gateway-session';
import { LazyLeaveDialog } from './lazy';
import { useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';

/** Asks before unsaved text is left by link, Back or closing the tab. */
export function UnsavedGuard() {
  const editor = useLineEditor();
  const isUnsaved = () => editor.edit().changed.length > 0;
  const isStored = () => editor.status().autosaveFailure === null;
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved() && current.pathname !== next.pathname,
    enableBeforeUnload: () => isUnsaved() && !(isStored() && isLeaving()),
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  const saveAndLeave = async () => {
    await editor.save({ isLeaving: true });
    if (isUnsaved()) blocker.reset();
  };
  return (
    <Suspense>
      <LazyLeaveDialog onStay={blocker.reset} onSave={() => void saveAndLeave()} onLeave={blocker.proceed} />
    </Suspense>
  );
}

import { useBlocker } from '@tanstack/react-router';
import { hasEdits, type ImportEdits } from '~/domain/import/editing/import-edits';
import { useAllMessages } from '~/i18n/I18nProvider';
import { LoseEditsDialog } from './LoseEditsDialog';

/** Asks before edited rows are left by link, Back or closing the tab. */
export function EditsGuard({ edits }: { readonly edits: ImportEdits }) {
  const { importing } = useAllMessages();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => hasEdits(edits) && current.pathname !== next.pathname,
    enableBeforeUnload: () => hasEdits(edits),
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <LoseEditsDialog
      title={importing.leaveTitle}
      action={importing.leave}
      count={edits.past.length}
      onStay={blocker.reset}
      onLose={blocker.proceed}
    />
  );
}

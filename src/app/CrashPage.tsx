import { useMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { EmptyState } from '~/ui/feedback/EmptyState';

/** What is shown instead of a page whose own code has failed. */
export function CrashPage() {
  const { shell } = useMessages();
  return (
    <div role="alert">
      <EmptyState
        title={shell.crashTitle}
        text={shell.crashText}
        action={<Button onClick={() => location.reload()}>{shell.reload}</Button>}
      />
    </div>
  );
}

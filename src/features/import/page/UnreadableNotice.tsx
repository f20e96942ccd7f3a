import { Button } from '@mantine/core';
import type { UnreadableFile } from '~/domain/import/sheet';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Notice } from '~/ui/feedback/Notice';

const MEGABYTE = 1_000_000;

interface UnreadableNoticeProps {
  readonly name: string;
  readonly problem: UnreadableFile;
}

/** Why a file cannot be read, and the way out. */
export function UnreadableNotice({ name, problem }: UnreadableNoticeProps) {
  const { importing, shell } = useAllMessages();
  const size = useSize(problem);
  return (
    <Notice
      tone="bad"
      title={importing.unreadableTitle(shownText(name))}
      announce="alert"
      {...(problem.unreadable === 'not-loaded' && {
        actions: <Button onClick={() => location.reload()}>{shell.reload}</Button>,
      })}
    >
      <p>{[importing.unreadable[problem.unreadable], ...size].join(' ')}</p>
    </Notice>
  );
}

/** How large the file is, where that is why; at most one sentence. */
function useSize({ unreadable, count }: UnreadableFile): readonly string[] {
  const { importing } = useAllMessages();
  const { number } = useFormats();
  if (count === undefined) return [];
  if (unreadable === 'too-many-rows') return [importing.unreadableRows(number(count))];
  const megabytes = number(Math.ceil(count / MEGABYTE));
  return [unreadable === 'bomb' ? importing.unpackedBytes(megabytes) : importing.unreadableBytes(megabytes)];
}

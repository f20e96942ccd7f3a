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
export function UnreadableNotice({ name, problem: { unreadable, count } }: UnreadableNoticeProps) {
  const { importing } = useAllMessages();
  const { number } = useFormats();
  return (
    <Notice tone="bad" title={importing.unreadableTitle(shownText(name))} announce="alert">
      <p>
        {importing.unreadable[unreadable]}
        {count !== undefined &&
          ` ${unreadable === 'too-many-rows' ? importing.unreadableRows(number(count)) : importing.unreadableBytes(number(Math.ceil(count / MEGABYTE)))}`}
      </p>
    </Notice>
  );
}

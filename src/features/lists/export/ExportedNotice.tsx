import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import { MOST_SHEET_ROWS, type ExportedFile } from './export-file';

interface ExportedNoticeProps {
  readonly file: ExportedFile;
  /** Where the file can be saved from once more. */
  readonly url: string;
}

/** What was saved, and everything about it that is not as expected. */
export function ExportedNotice({ file, url }: ExportedNoticeProps) {
  const formats = useFormats();
  const { exports } = useAllMessages();
  const { name, rowCount, otherCount, unreadableCount, cutCount, isCsvInstead } = file;
  const isAsExpected = !isCsvInstead && otherCount === null && unreadableCount === 0 && cutCount === 0;
  return (
    <Notice
      tone={isAsExpected ? 'good' : 'warning'}
      title={exports.saved(exports.rows(rowCount, formats.number(rowCount)), name)}
      actions={
        <a href={url} download={name}>
          {exports.saveAgain}
        </a>
      }
    >
      {isCsvInstead && <p>{exports.csvInstead(formats.number(MOST_SHEET_ROWS))}</p>}
      {otherCount !== null && <p>{exports.countChanged(formats.number(otherCount))}</p>}
      {unreadableCount > 0 && <p>{exports.unreadable(unreadableCount, formats.number(unreadableCount))}</p>}
      {cutCount > 0 && <p>{exports.cut(cutCount, formats.number(cutCount))}</p>}
    </Notice>
  );
}

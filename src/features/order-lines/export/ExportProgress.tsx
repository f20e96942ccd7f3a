import type { ReadingProgress } from '~/api/all-rows';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import styles from './ExportDialog.module.css';

/** How far the reading is; without progress, that the file is being made. */
export function ExportProgress({ progress }: { readonly progress?: ReadingProgress }) {
  const messages = useAllMessages();
  const formats = useFormats();
  const { exports } = messages;
  const read = progress?.read ?? 0;
  const total = progress?.total ?? null;
  const text = !progress
    ? exports.writing
    : total === null
      ? exports.readSoFar(read, formats.number(read))
      : exports.readOf(formats.number(read), formats.number(total));
  return (
    <div className={styles['progress']}>
      <progress aria-label={exports.progress} {...(progress && total ? { value: read, max: total } : {})} />
      <p>{text}</p>
      {/* Every page would be too much to listen to. */}
      <p role="status" className="visually-hidden">
        {progress && total ? exports.percent(quarter(read / total)) : exports.progress}
      </p>
    </div>
  );
}

function quarter(share: number): number {
  return Math.min(Math.floor(share * 4), 4) * 25;
}

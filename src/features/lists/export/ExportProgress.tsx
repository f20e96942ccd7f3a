import { Progress } from '@mantine/core';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { percentOf } from '~/ui/feedback/percent';
import styles from './ExportDialog.module.css';

interface ExportProgressProps {
  readonly done: number;
  /** null when unknown. */
  readonly total: number | null;
  readonly of: 'reading' | 'writing';
}

/** How far the reading of the rows is, or the writing of the file. */
export function ExportProgress({ done, total, of }: ExportProgressProps) {
  const formats = useFormats();
  const { exports } = useAllMessages();
  const shown = formats.number(done);
  const phase = of === 'reading' ? exports.progress : exports.writing;
  return (
    <div className={styles['progress']}>
      <Progress aria-label={phase} value={total ? percentOf(done, total) : 100} animated={!total} />
      <p>
        {total === null
          ? exports.readSoFar(done, shown)
          : exports[of === 'reading' ? 'readOf' : 'writtenOf'](shown, formats.number(total))}
      </p>
      {/* Every page would be too much to listen to. */}
      <p role="status" className="visually-hidden">
        {total ? `${phase} ${exports.percent(quarter(done / total))}` : phase}
      </p>
    </div>
  );
}

function quarter(share: number): number {
  return Math.min(Math.floor(share * 4), 4) * 25;
}

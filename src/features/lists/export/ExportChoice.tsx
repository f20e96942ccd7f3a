import { Radio } from '@mantine/core';
import { useId } from 'react';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { EXPORT_FORMATS, MOST_SHEET_ROWS, type ExportFormat } from './export-file';
import styles from './ExportDialog.module.css';

interface ExportChoiceProps {
  readonly total: number | null;
  readonly format: ExportFormat;
  readonly onFormat: (format: ExportFormat) => void;
}

/** The number of rows, the file format, and the note on personal data. */
export function ExportChoice({ total, format, onFormat }: ExportChoiceProps) {
  const formats = useFormats();
  const { exports } = useAllMessages();
  const id = useId();
  const isTooLong = total !== null && total > MOST_SHEET_ROWS;
  return (
    <>
      <p className={styles['count']}>
        {total === null ? exports.unknownCount : exports.rows(total, formats.number(total))}
      </p>
      <fieldset className={styles['formats']}>
        <legend>{exports.format}</legend>
        {EXPORT_FORMATS.map((each) => (
          <Radio
            key={each}
            name={id}
            label={exports.formats[each]}
            description={
              each === 'xlsx' && isTooLong
                ? exports.tooManyForXlsx(formats.number(MOST_SHEET_ROWS))
                : exports.formatNotes[each]
            }
            checked={each === format}
            disabled={each === 'xlsx' && isTooLong}
            onChange={() => onFormat(each)}
          />
        ))}
      </fieldset>
      {total !== null && total > MOST_SHEET_ROWS && (
        <p className={styles['note']}>{exports.tooManyForSheets(formats.number(MOST_SHEET_ROWS))}</p>
      )}
      <p className={styles['note']}>{exports.personalData}</p>
    </>
  );
}

import { useId } from 'react';
import { useExportMessages } from '~/i18n/export-messages';
import { useFormats } from '~/i18n/I18nProvider';
import { EXPORT_FORMATS, MOST_SHEET_ROWS, type ExportFormat } from './export-file';
import styles from './ExportDialog.module.css';

interface ExportChoiceProps {
  readonly total: number | null;
  readonly format: ExportFormat;
  readonly onFormat: (format: ExportFormat) => void;
}

/** How many rows there will be, the kind of file, and whose responsibility it is. */
export function ExportChoice({ total, format, onFormat }: ExportChoiceProps) {
  const formats = useFormats();
  const { exports } = useExportMessages();
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
          <div key={each} className={styles['format']}>
            <input
              type="radio"
              id={`${id}-${each}`}
              name={id}
              aria-describedby={`${id}-${each}-note`}
              checked={each === format}
              disabled={each === 'xlsx' && isTooLong}
              onChange={() => onFormat(each)}
            />
            <label htmlFor={`${id}-${each}`}>{exports.formats[each]}</label>
            <p id={`${id}-${each}-note`}>
              {each === 'xlsx' && isTooLong
                ? exports.tooManyForXlsx(formats.number(MOST_SHEET_ROWS))
                : exports.formatNotes[each]}
            </p>
          </div>
        ))}
      </fieldset>
      {total !== null && total > MOST_SHEET_ROWS && (
        <p className={styles['note']}>{exports.tooManyForSheets(formats.number(MOST_SHEET_ROWS))}</p>
      )}
      <p className={styles['note']}>{exports.personalData}</p>
    </>
  );
}

import { Button } from '@mantine/core';
import { writeTemplate } from '~/features/import/columns/template';
import { EXPORT_FORMATS, type ExportFormat } from '~/features/lists/export/export-file';
import { saveFile } from '~/features/lists/export/save-file';
import { useAllMessages } from '~/i18n/I18nProvider';
import { LANGUAGES, type Language } from '~/i18n/language';
import { Menu } from '~/ui/dialogs/Menu';
import { arePartsMissing } from '~/ui/lazy-part';
import styles from './RowsStep.module.css';

/** In milliseconds: a browser has begun to save the file by then. */
const SAVED_AFTER = 60_000;

/** Files with the headings of an import and no row, to save and fill in. */
export function TemplateMenu() {
  const { importing } = useAllMessages();
  const save = async (format: ExportFormat, language: Language): Promise<void> => {
    try {
      const url = URL.createObjectURL(await writeTemplate(format, language, importing.templateFile));
      saveFile(url, `${importing.templateFile}-${language}.${format}`);
      setTimeout(() => URL.revokeObjectURL(url), SAVED_AFTER);
    } catch {
      arePartsMissing.set(true);
    }
  };
  return (
    <Menu label={importing.template}>
      {(close) => (
        <div className={styles['templates']}>
          {LANGUAGES.flatMap((language) =>
            EXPORT_FORMATS.map((format) => (
              <Button
                key={`${format} ${language}`}
                onClick={() => {
                  close();
                  void save(format, language);
                }}
              >
                {importing.templateAs(format.toUpperCase(), language)}
              </Button>
            )),
          )}
        </div>
      )}
    </Menu>
  );
}

import { NativeSelect, Radio } from '@mantine/core';
import { useId } from 'react';
import type { Sheet, SheetFile } from '~/domain/import/sheet';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Panel } from '~/ui/panel/Panel';
import styles from './RowsStep.module.css';
import type { ImportTable } from './use-import';

interface SheetChoiceProps {
  readonly name: string;
  readonly file: SheetFile;
  readonly table: ImportTable;
  readonly onSheet: (sheet: Sheet) => void;
  readonly onHiddenRows: (withHiddenRows: boolean) => void;
}

/** What was read: which sheet, whether hidden rows count, and what is merged. */
export function SheetChoice({ name, file, table, onSheet, onHiddenRows }: SheetChoiceProps) {
  const { importing } = useAllMessages();
  const { sheet, withHiddenRows } = table;
  const radio = useId();
  const below = sheet.rows.slice(table.headerRow + 1);
  const hidden = below.filter(({ isHidden }) => isHidden).length;
  const visible = below.length - hidden;
  return (
    <Panel title={shownText(name)}>
      <div className={styles['sheet']}>
        <p role="status">{importing.read(shownText(name), below.length)}</p>
        {file.sheets.length > 1 && (
          <NativeSelect
            label={importing.sheets}
            className={styles['select']}
            value={file.sheets.indexOf(sheet)}
            onChange={({ currentTarget }) => {
              const chosen = file.sheets[Number(currentTarget.value)];
              if (chosen) onSheet(chosen);
            }}
            data={file.sheets.map((other, index) => ({
              value: String(index),
              label: importing.sheet(shownText(other.name), other.rows.length),
            }))}
          />
        )}
        {hidden > 0 && (
          <fieldset className={styles['hidden']}>
            <legend>{importing.hidden(visible, hidden)}</legend>
            <Radio
              name={radio}
              label={importing.visibleOnly(visible)}
              checked={!withHiddenRows}
              onChange={() => onHiddenRows(false)}
            />
            <Radio
              name={radio}
              label={importing.withHidden(below.length)}
              checked={withHiddenRows}
              onChange={() => onHiddenRows(true)}
            />
          </fieldset>
        )}
        {sheet.mergedRanges > 0 && <p>{importing.merged(sheet.mergedRanges)}</p>}
      </div>
    </Panel>
  );
}

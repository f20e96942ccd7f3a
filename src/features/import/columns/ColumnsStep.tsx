import { Button, NativeSelect } from '@mantine/core';
import type { FieldPath } from '~/domain/fields/field-paths';
import { REQUIRED_TO_CREATE } from '~/domain/lines/confirmation-readiness';
import { MOST_HEADER_ROWS, type ImportColumn } from '~/domain/import/match-columns';
import type { Sheet } from '~/domain/import/sheet';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Notice } from '~/ui/feedback/Notice';
import { Panel } from '~/ui/panel/Panel';
import { columnName, ColumnsTable } from './ColumnsTable';
import styles from './ColumnsStep.module.css';
import { cutText } from '~/features/import/rows/cut-text';

interface ColumnsStepProps {
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: readonly ImportColumn[];
  readonly isChecking: boolean;
  readonly onHeaderRow: (headerRow: number) => void;
  readonly onField: (index: number, field: FieldPath | null) => void;
  readonly onCheck: () => void;
}

/** Which column fills which field, and what is not imported. */
export function ColumnsStep({
  sheet,
  headerRow,
  columns,
  isChecking,
  onHeaderRow,
  onField,
  onCheck,
}: ColumnsStepProps) {
  const { importing } = useAllMessages();
  return (
    <Panel title={importing.columnsTitle}>
      <div className={styles['step']}>
        <NativeSelect
          label={importing.headerRow}
          className={styles['headerRow']}
          value={headerRow}
          onChange={({ currentTarget }) => onHeaderRow(Number(currentTarget.value))}
          data={sheet.rows.slice(0, MOST_HEADER_ROWS).map(({ number, cells }, index) => ({
            value: String(index),
            label: importing.headerRowChoice(
              number,
              shownText(
                cutText(
                  cells
                    .map(({ text }) => text)
                    .filter((text) => text !== '')
                    .slice(0, 6)
                    .join(' · '),
                  (text) => `${text}…`,
                ),
              ),
            ),
          }))}
        />
        <ColumnsTable columns={columns} onField={onField} />
        <ColumnsSummary columns={columns} />
        <Button
          variant="filled"
          className={styles['check']}
          aria-disabled={isChecking}
          onClick={() => {
            if (!isChecking) onCheck();
          }}
        >
          {importing.check}
        </Button>
        <p role="status" className={styles['status']}>
          {isChecking && importing.checking}
        </p>
      </div>
    </Panel>
  );
}

/** How many columns are imported, which are not, and what no column fills. */
function ColumnsSummary({ columns }: { readonly columns: readonly ImportColumn[] }) {
  const messages = useAllMessages();
  const { list } = useFormats();
  const { importing } = messages;
  const left = columns.filter(({ field }) => field === null);
  const missing = REQUIRED_TO_CREATE.filter((needed) => !columns.some(({ field }) => field === needed));
  return (
    <>
      <p role="status">
        {importing.matched(columns.length - left.length, columns.length)}{' '}
        {left.length > 0 &&
          importing.leftColumns(list(left.map((column) => columnName(column, importing.noHeader))))}
      </p>
      {missing.length > 0 && (
        <Notice tone="warning">
          <p>{importing.neededColumn(list(missing.map((field) => fieldLabel(field, messages))))}</p>
        </Notice>
      )}
    </>
  );
}

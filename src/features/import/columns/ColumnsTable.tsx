import { NativeSelect } from '@mantine/core';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import type { FieldPath } from '~/domain/fields/field-paths';
import type { ImportColumn } from '~/domain/import/match-columns';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { cutText } from '~/features/import/rows/cut-text';
import styles from './ColumnsStep.module.css';

const FIELDS = inScreenOrder(IMPORT_FIELDS.map((key) => ({ key })));

interface ColumnsTableProps {
  readonly columns: readonly ImportColumn[];
  readonly onChange: (columns: readonly ImportColumn[]) => void;
}

/** The columns of a sheet, each with its first values and the field that it fills. */
export function ColumnsTable({ columns, onChange }: ColumnsTableProps) {
  const { importing } = useAllMessages();
  const choose = (index: number, field: FieldPath | null) =>
    onChange(
      columns.map((column) => {
        if (column.index === index) return { ...column, field };
        // A field is filled by one column.
        return field !== null && column.field === field ? { ...column, field: null } : column;
      }),
    );
  return (
    <table className={styles['table']} aria-label={importing.columnsCaption}>
      <thead>
        <tr>
          <th scope="col">{importing.column}</th>
          <th scope="col">{importing.samples}</th>
          <th scope="col">{importing.field}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <ColumnRow key={column.index} column={column} onChoose={(field) => choose(column.index, field)} />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnRowProps {
  readonly column: ImportColumn;
  readonly onChoose: (field: FieldPath | null) => void;
}

function ColumnRow({ column, onChoose }: ColumnRowProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  const header = columnName(column, importing.noHeader);
  const options = FIELDS.map(({ key }) => ({ value: key, label: fieldLabel(key, messages) }));
  const isOther = column.field !== null && !IMPORT_FIELDS.includes(column.field);
  return (
    <tr>
      <th scope="row">{header}</th>
      <td>{column.samples.map((sample) => shownText(cutText(sample, importing.cut))).join(' · ')}</td>
      <td>
        <NativeSelect
          aria-label={importing.fieldOf(header)}
          value={column.field ?? ''}
          onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
          data={[
            { value: '', label: importing.notImported },
            ...options,
            ...(isOther && column.field !== null
              ? [{ value: column.field, label: fieldLabel(column.field, messages) }]
              : []),
          ]}
        />
      </td>
    </tr>
  );
}

/** What a column is called: its header, else its place. */
export function columnName({ header, index }: ImportColumn, noHeader: (number: number) => string): string {
  return header === '' ? noHeader(index + 1) : shownText(cutText(header, (text) => `${text}…`));
}

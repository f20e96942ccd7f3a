import { NativeSelect } from '@mantine/core';
import { IMPORT_FIELDS } from '~/domain/import/field-kind';
import type { FieldPath } from '~/domain/fields/field-paths';
import type { ImportColumn } from '~/domain/import/match-columns';
import { Fragment, memo, useDeferredValue, useMemo, type ReactElement } from 'react';
import { inScreenOrder } from '~/features/order-lines/labels/line-sections';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { Messages } from '~/i18n/messages';
import { shownText } from '~/i18n/shown-text';
import { cutText } from '~/features/import/rows/cut-text';
import styles from './ColumnsStep.module.css';

const FIELDS = inScreenOrder(IMPORT_FIELDS.map((key) => ({ key })));

interface ColumnsTableProps {
  readonly columns: readonly ImportColumn[];
  /** Chooses the field of the column at an index. */
  readonly onField: (index: number, field: FieldPath | null) => void;
}

/** The columns of a sheet, each with its first values and the field that it fills. */
export function ColumnsTable({ columns, onField }: ColumnsTableProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  // Fields times columns are thousands of options: the table is there before them.
  const isComplete = useDeferredValue(true, false);
  const options = useMemo(
    () => (isComplete ? FIELDS.map(({ key }) => fieldOption(key, messages)) : null),
    [isComplete, messages],
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
          <ColumnRow key={column.index} {...{ column, options, onField }} />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnRowProps extends Pick<ColumnsTableProps, 'onField'> {
  readonly column: ImportColumn;
  /** Every field; null while they are not there yet. */
  readonly options: readonly ReactElement[] | null;
}

const ColumnRow = memo(function ColumnRow({ column, options, onField }: ColumnRowProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  const header = columnName(column, importing.noHeader);
  const { index, field, samples } = column;
  const isMissing = field !== null && (options === null || !IMPORT_FIELDS.includes(field));
  return (
    <tr>
      <th scope="row">{header}</th>
      <td>
        <Samples text={samples.map((sample) => shownText(cutText(sample, importing.cut))).join(' · ')} />
      </td>
      <td>
        <NativeSelect
          aria-label={importing.fieldOf(header)}
          value={field ?? ''}
          onChange={({ currentTarget }) => onField(index, currentTarget.value || null)}
        >
          <option value="">{importing.notImported}</option>
          {options}
          {isMissing && fieldOption(field, messages)}
        </NativeSelect>
      </td>
    </tr>
  );
});

/** An e-mail address that is too long for its line goes on after its @. */
function Samples({ text }: { readonly text: string }) {
  return text.split(/(?<=@)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function fieldOption(field: FieldPath, messages: Messages): ReactElement {
  return (
    <option key={field} value={field}>
      {fieldLabel(field, messages)}
    </option>
  );
}

/** What a column is called: its header, else its place. */
export function columnName({ header, index }: ImportColumn, noHeader: (number: number) => string): string {
  return header === '' ? noHeader(index + 1) : shownText(cutText(header, (text) => `${text}…`));
}

import type { VirtualItem } from '@tanstack/react-virtual';
import type { FieldPath } from '~/domain/fields/field-paths';
import { isSelected } from '~/domain/import/editing/grid-cursor';
import { cellLevels } from '~/domain/import/editing/row-problems';
import { cutText } from '~/features/import/rows/cut-text';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { CellEditor } from './CellEditor';
import type { CheckEntry } from '~/features/import/rows/check-entries';
import styles from './CheckGrid.module.css';
import { RowStateBadge } from '~/features/import/rows/RowStateBadge';
import type { Grid } from './use-grid';

interface CheckGridRowProps {
  readonly entry: CheckEntry;
  /** Its place among the rows shown, from 0. */
  readonly index: number;
  readonly fields: readonly FieldPath[];
  readonly grid: Grid;
  readonly detailId: string;
  readonly columns: readonly VirtualItem[];
  /** In pixels: where it stands, and where the cells begin. */
  readonly top: number;
  readonly frozen: number;
}

/** One row of the grid: its number and state, which stay in sight, and the cells in sight. */
export function CheckGridRow({
  entry,
  index,
  fields,
  grid,
  detailId,
  columns,
  top,
  frozen,
}: CheckGridRowProps) {
  const { rowNumber } = entry.checked.row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${styles['row']} ${entry.state === 'left-out' ? styles['leftOut'] : ''}`}
      style={{ top }}
    >
      <div role="rowheader" aria-colindex={1} className={styles['number']}>
        {rowNumber}
      </div>
      <div role="gridcell" aria-colindex={2} className={styles['state']}>
        <RowStateBadge state={entry.state} />
      </div>
      {columns.map(({ index: column, start, size }) => (
        <GridCell
          key={column}
          {...{ entry, grid, detailId, column }}
          row={index}
          field={fields[column] ?? ''}
          left={frozen + start}
          width={size}
        />
      ))}
    </div>
  );
}

interface GridCellProps {
  readonly entry: CheckEntry;
  readonly grid: Grid;
  readonly detailId: string;
  readonly row: number;
  readonly column: number;
  readonly field: FieldPath;
  readonly left: number;
  readonly width: number;
}

function GridCell({ entry, grid, detailId, row, column, field, left, width }: GridCellProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  const { cursor, editing } = grid;
  const place = { row, column };
  const hasFocus = cursor.focus.row === row && cursor.focus.column === column;
  const level = cellLevels(entry.checked).get(field);
  const text = entry.checked.row.texts.get(field) ?? '';
  const classes = [
    'cell',
    ...(level ? [level] : []),
    ...(isSelected(cursor, row, column) ? ['selected'] : []),
  ];
  return (
    <div
      role="gridcell"
      aria-colindex={column + 3}
      aria-selected={isSelected(cursor, row, column)}
      aria-invalid={level === 'blocking' || level === 'open' || undefined}
      aria-describedby={hasFocus ? detailId : undefined}
      tabIndex={hasFocus ? 0 : -1}
      className={classes.map((name) => styles[name]).join(' ')}
      style={{ left, width }}
      onMouseDown={({ shiftKey, button }) => {
        if (button === 0 && !(hasFocus && editing !== null))
          grid.select({ focus: place, anchor: shiftKey ? cursor.anchor : place });
      }}
      onMouseEnter={({ buttons }) => {
        if (buttons === 1 && editing === null) grid.select({ ...cursor, focus: place });
      }}
      onDoubleClick={() => {
        if (editing === null) grid.edit(text);
      }}
    >
      {hasFocus && editing !== null ? (
        <CellEditor
          label={importing.editing(fieldLabel(field, messages))}
          initial={editing}
          onCommit={grid.commit}
          onCancel={grid.cancelEdit}
        />
      ) : (
        shownText(cutText(text, importing.cut))
      )}
    </div>
  );
}

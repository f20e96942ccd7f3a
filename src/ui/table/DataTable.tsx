import { useState } from 'react';
import { BusyBar } from './BusyBar';
import { CopyStatus } from './CopyStatus';
import styles from './DataTable.module.css';
import { toRecycledRows, type RecycledRow } from './row-recycling';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import type { Column, DataTableProps, TableEntry } from './table-model';
import { useNarrow } from '~/ui/browser/use-narrow';
import { useRowEvents } from './use-row-events';

const NO_WIDTHS: Readonly<Record<string, number>> = {};
const TICK_WIDTH = 40;
/** Widths are pixels of a browser with usual text: they grow with the text. */
const rem = (width: number) => `${width / 16}rem`;

/** A plain table: plain cells, one listener for all rows, cards on a narrow screen. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    isBusy,
    flush,
    widths = NO_WIDTHS,
    pinFirst,
    density,
    selection,
    onHover,
  } = props;
  const isCard = useNarrow();
  const slotted = useSlots(rows);
  const { copying, listeners } = useRowEvents({
    onHover,
    onToggle: (index, isSelected) => {
      const key = rows[index]?.key;
      if (key !== undefined) selection?.onToggle([key], isSelected);
    },
  });
  const widthOf = ({ key, width }: Column<Row>) => widths[key] ?? width;
  const total = columns.reduce((sum, column) => sum + widthOf(column), selection ? TICK_WIDTH : 0);
  const classNames = [
    styles['table'],
    pinFirst && styles['pinned'],
    density === 'compact' && styles['compact'],
    selection && styles['ticked'],
  ];
  return (
    <div className={`${styles['frame']} ${flush ? styles['flush'] : ''}`} aria-busy={isBusy ?? false}>
      {isBusy && <BusyBar />}
      <table className={classNames.filter(Boolean).join(' ')} style={{ minWidth: rem(total) }} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {selection && <col style={{ width: rem(TICK_WIDTH) }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: rem(widthOf(column)) }} />
          ))}
        </colgroup>
        <TableHeader
          {...props}
          keys={rows.flatMap((entry) => ('row' in entry ? [entry.key] : []))}
          widthOf={widthOf}
        />
        <tbody role="rowgroup" {...listeners}>
          {slotted.map(({ slot, entry }) =>
            'row' in entry ? (
              <TableRow
                key={slot}
                name={entry.name ?? entry.key}
                row={entry.row}
                columns={columns}
                isSelected={selection?.isSelected(entry.key) ?? null}
                isCard={isCard}
              />
            ) : (
              <tr key={slot} role="row" className={styles['unreadable']}>
                <td role="cell" colSpan={columns.length + (selection ? 1 : 0)}>
                  {entry.unreadable}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <CopyStatus {...copying} />
    </div>
  );
}

/** The rows with the places that draw them, worked out anew when the rows are others. */
function useSlots<Row>(rows: readonly TableEntry<Row>[]): readonly RecycledRow<TableEntry<Row>>[] {
  const [seen, setSeen] = useState<{
    readonly rows: readonly TableEntry<Row>[];
    readonly slotted: readonly RecycledRow<TableEntry<Row>>[];
  }>(() => ({ rows, slotted: toRecycledRows([], rows) }));
  if (seen.rows === rows) return seen.slotted;
  const slotted = toRecycledRows(seen.slotted, rows);
  setSeen({ rows, slotted });
  return slotted;
}

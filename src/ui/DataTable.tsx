import { useState, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './DataTable.module.css';
import { toSlots, type SlottedRow } from './row-slots';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import type { Density } from './table-settings';
import { useNarrow } from './use-narrow';
import { useRowEvents } from './use-row-events';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** In pixels; the table gives what is left over to all. */
  readonly width: number;
  /** The name under which the list is sorted by this column. */
  readonly sortKey?: string;
  /** What the cell shows; null or '' for nothing. The first column names the row and holds its link. */
  readonly cell: (row: Row) => ReactNode;
  /** What its button copies; '' for nothing. */
  readonly copy?: (row: Row) => string;
  /** The exact value, on hover. */
  readonly title?: (row: Row) => string;
}

export type TableEntry<Row> =
  | { readonly key: string; readonly row: Row; readonly name?: string }
  | { readonly key: string; readonly unreadable: string };

/** Rows that can be ticked. */
export interface Selection {
  readonly isSelected: (key: string) => boolean;
  readonly onToggle: (keys: readonly string[], isSelected: boolean) => void;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  /** Must keep its identity between renders, so that rows that did not change are not drawn again. */
  readonly columns: readonly Column<Row>[];
  /** Likewise. */
  readonly rows: readonly TableEntry<Row>[];
  /** The present order: a sort key, with a leading "-" for descending. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** New rows are on their way; these stay until they are there. */
  readonly isBusy?: boolean;
  readonly flush?: boolean;
  /** Widths in pixels that differ from the columns' own. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly onResize?: (key: string, width: number) => void;
  readonly pinFirst?: boolean;
  readonly density?: Density;
  readonly selection?: Selection;
  /** A link of a row is pointed at or has the focus: where it leads can be made ready. */
  readonly onPoint?: (address: string) => void;
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};
const TICK_WIDTH = 40;

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
    onPoint,
  } = props;
  const { lists, common } = useMessages();
  const isCard = useNarrow();
  const slotted = useSlots(rows);
  const { copying, listeners } = useRowEvents({
    onPoint,
    onToggle: (index, isSelected) => {
      const key = rows[index]?.key;
      if (key !== undefined) selection?.onToggle([key], isSelected);
    },
  });
  const widthOf = ({ key, width }: Column<Row>) => widths[key] ?? width;
  const total = columns.reduce((sum, column) => sum + widthOf(column), selection ? TICK_WIDTH : 0);
  const look = [
    styles['table'],
    pinFirst && styles['pinned'],
    density === 'compact' && styles['compact'],
    selection && styles['ticked'],
  ];
  return (
    <div className={`${styles['frame']} ${flush ? styles['flush'] : ''}`} aria-busy={isBusy ?? false}>
      {isBusy && (
        <div className={styles['bar']} role="status">
          <span className="visually-hidden">{lists.updating}</span>
        </div>
      )}
      <table className={look.filter(Boolean).join(' ')} style={{ minWidth: total }} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {selection && <col style={{ width: TICK_WIDTH }} />}
          {columns.map((column) => (
            <col key={column.key} style={{ width: widthOf(column) }} />
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
      <p role="status" className={copying.outcome === 'refused' ? styles['refused'] : 'visually-hidden'}>
        {copying.outcome === 'copied' && common.copied}
        {copying.outcome === 'refused' && common.copyRefused}
        {/* A second copy is said again only where the text is another one. */}
        {copying.count % 2 === 0 && '\u00a0'}
      </p>
    </div>
  );
}

/** The rows with the places that draw them, worked out anew when the rows are others. */
function useSlots<Row>(rows: readonly TableEntry<Row>[]): readonly SlottedRow<TableEntry<Row>>[] {
  const [seen, setSeen] = useState<{
    readonly rows: readonly TableEntry<Row>[];
    readonly slotted: readonly SlottedRow<TableEntry<Row>>[];
  }>(() => ({ rows, slotted: toSlots([], rows) }));
  if (seen.rows === rows) return seen.slotted;
  const slotted = toSlots(seen.slotted, rows);
  setSeen({ rows, slotted });
  return slotted;
}

import { useMemo, type MouseEvent, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import styles from './DataTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** Share of the width, as a CSS length or percentage; the rest is shared evenly. */
  readonly width?: string;
  /** The name under which the list is sorted by this column. */
  readonly sortKey?: string;
  /** What the cell shows; null or '' for nothing. The first column names the row and holds its link. */
  readonly cell: (row: Row) => ReactNode;
}

type TableRow<Row> =
  | { readonly key: string; readonly row: Row }
  | { readonly key: string; readonly unreadable: string };

interface DataTableProps<Row> {
  readonly caption: string;
  /** Must keep its identity between renders, so that rows that did not change are not rendered again. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly TableRow<Row>[];
  /** The present order: a sort key, with a leading "-" for descending. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** New rows are on their way; these stay until they are there. */
  readonly isBusy?: boolean;
  readonly flush?: boolean;
}

/** A plain table: plain cells, one click handler for all rows, cards on a narrow screen. */
export function DataTable<Row>({ caption, columns, rows, sort, onSort, isBusy, flush }: DataTableProps<Row>) {
  const { lists } = useMessages();
  return (
    <div className={`${styles['frame']} ${flush ? styles['flush'] : ''}`} aria-busy={isBusy ?? false}>
      {isBusy && (
        <div className={styles['bar']} role="status">
          <span className="visually-hidden">{lists.updating}</span>
        </div>
      )}
      <table className={`${styles['table']} ${styles['clickable']}`} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" onClick={followRowLink}>
          {rows.map((entry) =>
            'row' in entry ? (
              <BodyRow key={entry.key} row={entry.row} columns={columns} />
            ) : (
              <tr key={entry.key} role="row" className={styles['unreadable']}>
                <td role="cell" colSpan={columns.length}>
                  {entry.unreadable}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** A click anywhere in a row follows the row's own link; links, buttons and selected text keep their meaning. */
function followRowLink(event: MouseEvent<HTMLElement>) {
  if (!(event.target instanceof Element) || event.target.closest('a, button, input')) return;
  if (getSelection()?.toString()) return;
  event.target.closest('tr')?.querySelector('a')?.click();
}

interface HeaderCellProps {
  readonly column: Pick<Column<never>, 'key' | 'header' | 'sortKey'>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}

function HeaderCell({ column, sort, onSort }: HeaderCellProps) {
  const { lists } = useMessages();
  const { header, sortKey } = column;
  if (sortKey === undefined || !onSort) return <th scope="col">{header}</th>;
  const direction = sort === sortKey ? 'ascending' : sort === `-${sortKey}` ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={direction}>
      <button
        type="button"
        className={styles['sort']}
        title={lists.sortBy(header)}
        onClick={() => onSort(direction === 'descending' ? sortKey : `-${sortKey}`)}
      >
        {header}
        <svg viewBox="0 0 8 12" aria-hidden="true">
          <path className={direction === 'ascending' ? '' : styles['idle']} d="M4 1 7 5H1Z" />
          <path className={direction === 'descending' ? '' : styles['idle']} d="M4 11 1 7h6Z" />
        </svg>
      </button>
    </th>
  );
}

interface BodyRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

/** Rendered again only when the row or the columns are others: the element of an unchanged row is kept. */
function BodyRow<Row>({ row, columns }: BodyRowProps<Row>) {
  return useMemo(
    () => (
      <tr role="row">
        {columns.map((column, index) => {
          const content = column.cell(row);
          if (index === 0) {
            return (
              <th key={column.key} scope="row" role="rowheader" data-label={column.header}>
                {content}
              </th>
            );
          }
          const isEmpty = content === null || content === '';
          return (
            <td key={column.key} role="cell" data-label={column.header} data-empty={isEmpty || undefined}>
              {content}
            </td>
          );
        })}
      </tr>
    ),
    [row, columns],
  );
}

import { useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { ColumnResizer } from './ColumnResizer';
import styles from './DataTable.module.css';
import type { Density } from './table-settings';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** In pixels; the table gives what is left over to all. */
  readonly width: number;
  /** The name under which the list is sorted by this column. */
  readonly sortKey?: string;
  /** What the cell shows; null or '' for nothing. The first column names the row and holds its link. */
  readonly cell: (row: Row) => ReactNode;
}

type TableRow<Row> =
  | { readonly key: string; readonly row: Row; readonly name?: string }
  | { readonly key: string; readonly unreadable: string };

/** Rows that can be ticked. */
interface Selection {
  readonly isSelected: (key: string) => boolean;
  readonly onToggle: (keys: readonly string[], isSelected: boolean) => void;
}

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

/** A plain table: plain cells, one click handler for all rows, cards on a narrow screen. */
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
  const [isCopied, setIsCopied] = useState(false);
  const onClick = useRowClicks(() => setIsCopied(true));
  const pointedAt = useRef('');
  const pointAt = (target: EventTarget) => {
    const address = target instanceof Element ? target.closest('a')?.getAttribute('href') : null;
    if (!address || address === pointedAt.current) return;
    pointedAt.current = address;
    onPoint?.(address);
  };
  const widthOf = ({ key, width }: Column<Row>) => widths[key] ?? width;
  const total = columns.reduce((sum, column) => sum + widthOf(column), selection ? TICK_WIDTH : 0);
  const look = [
    styles['table'],
    styles['clickable'],
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
        <HeaderRow {...props} widthOf={widthOf} />
        <tbody
          role="rowgroup"
          onClick={onClick}
          onPointerOver={(event) => pointAt(event.target)}
          onFocus={(event) => pointAt(event.target)}
        >
          {rows.map((entry) =>
            'row' in entry ? (
              <BodyRow
                key={entry.key}
                rowKey={entry.key}
                name={entry.name ?? entry.key}
                row={entry.row}
                columns={columns}
                isSelected={selection?.isSelected(entry.key) ?? null}
                onToggle={selection?.onToggle}
              />
            ) : (
              <tr key={entry.key} role="row" className={styles['unreadable']}>
                <td role="cell" colSpan={columns.length + (selection ? 1 : 0)}>
                  {entry.unreadable}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <span role="status" className="visually-hidden">
        {isCopied ? common.copied : ''}
      </span>
    </div>
  );
}

/**
 * One listener for all rows. A plain click on a link of this app, or anywhere in a row, goes where the link leads without
 * loading the page anew; links with a modifier key, buttons, ticks and selected text keep their meaning.
 */
function useRowClicks(onCopied: () => void) {
  const { history } = useRouter();
  return (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const copied = event.target.closest('[data-copy]')?.getAttribute('data-copy');
    if (copied) {
      void navigator.clipboard.writeText(copied).then(onCopied);
      return;
    }
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a') ?? linkOfRow(event.target);
    const address = link?.getAttribute('href');
    if (!address?.startsWith('/')) return;
    event.preventDefault();
    history.push(address);
  };
}

function linkOfRow(target: Element): HTMLAnchorElement | null {
  if (target.closest('button, input, label') || getSelection()?.toString()) return null;
  return target.closest('tr')?.querySelector('a') ?? null;
}

interface HeaderRowProps<Row> extends DataTableProps<Row> {
  readonly widthOf: (column: Column<Row>) => number;
}

function HeaderRow<Row>({ columns, rows, sort, onSort, onResize, selection, widthOf }: HeaderRowProps<Row>) {
  const { lists } = useMessages();
  const keys = rows.flatMap((entry) => ('row' in entry ? [entry.key] : []));
  const selectedCount = selection ? keys.filter((key) => selection.isSelected(key)).length : 0;
  return (
    <thead>
      <tr>
        {selection && (
          <td className={styles['tick']}>
            <label>
              <input
                type="checkbox"
                aria-label={lists.selectPage}
                checked={keys.length > 0 && selectedCount === keys.length}
                ref={(box) => {
                  if (box) box.indeterminate = selectedCount > 0 && selectedCount < keys.length;
                }}
                onChange={() => selection.onToggle(keys, selectedCount < keys.length)}
              />
            </label>
          </td>
        )}
        {columns.map((column) => (
          <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort}>
            {onResize && (
              <ColumnResizer
                header={column.header}
                width={widthOf(column)}
                onResize={(width) => onResize(column.key, width)}
              />
            )}
          </HeaderCell>
        ))}
      </tr>
    </thead>
  );
}

interface HeaderCellProps {
  readonly column: Pick<Column<never>, 'key' | 'header' | 'sortKey'>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
  readonly children: ReactNode;
}

function HeaderCell({ column, sort, onSort, children }: HeaderCellProps) {
  const { lists } = useMessages();
  const { header, sortKey } = column;
  if (sortKey === undefined || !onSort) {
    return (
      <th scope="col">
        {header}
        {children}
      </th>
    );
  }
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
      {children}
    </th>
  );
}

interface BodyRowProps<Row> {
  readonly rowKey: string;
  readonly name: string;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** null where rows cannot be ticked. */
  readonly isSelected: boolean | null;
  readonly onToggle: Selection['onToggle'] | undefined;
}

/** Rendered again only when something of its own has changed: the element of an unchanged row is kept. */
function BodyRow<Row>({ rowKey, name, row, columns, isSelected, onToggle }: BodyRowProps<Row>) {
  const { lists } = useMessages();
  const toggle = useCallback(
    () => onToggle?.([rowKey], isSelected === false),
    [onToggle, rowKey, isSelected],
  );
  const cells = useMemo(
    () => columns.map((column, index) => bodyCell(column, row, index === 0)),
    [columns, row],
  );
  return useMemo(
    () => (
      <tr role="row" className={isSelected ? styles['selected'] : undefined}>
        {isSelected !== null && (
          <td role="cell" className={styles['tick']}>
            <label>
              <input type="checkbox" aria-label={lists.select(name)} checked={isSelected} onChange={toggle} />
            </label>
          </td>
        )}
        {cells}
      </tr>
    ),
    [cells, isSelected, lists, name, toggle],
  );
}

function bodyCell<Row>(column: Column<Row>, row: Row, isFirst: boolean): ReactNode {
  const content = column.cell(row);
  if (isFirst) {
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
}

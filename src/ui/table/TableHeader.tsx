import type { ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import { ColumnResizer } from './ColumnResizer';
import type { Column, DataTableProps } from './table-model';
import styles from './DataTable.module.css';
import { SortButton } from './SortButton';

interface TableHeaderProps<Row> extends Pick<
  DataTableProps<Row>,
  'columns' | 'sort' | 'onSort' | 'onResize' | 'selection'
> {
  /** The keys of the rows that can be ticked. */
  readonly keys: readonly string[];
  readonly widthOf: (column: Column<Row>) => number;
}

/** The headings: they sort, their edges resize, and the first box ticks the page. */
export function TableHeader<Row>({
  columns,
  keys,
  sort,
  onSort,
  onResize,
  selection,
  widthOf,
}: TableHeaderProps<Row>) {
  const { lists } = useMessages();
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
      <SortButton
        header={header}
        direction={direction}
        onClick={() => onSort(direction === 'descending' ? sortKey : `-${sortKey}`)}
      />
      {children}
    </th>
  );
}

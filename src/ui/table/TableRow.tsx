import { useMemo, type ReactNode } from 'react';
import { useMessages } from '~/i18n/I18nProvider';
import type { Column } from './table-model';
import styles from './DataTable.module.css';

interface TableRowProps<Row> {
  readonly name: string;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** null where rows cannot be ticked. */
  readonly isSelected: boolean | null;
  /** Cells say their labels and what they are: a card is no table to the browser. */
  readonly isCard: boolean;
}

/** Rendered again only when something of its own has changed: the element of an unchanged row is kept. */
export function TableRow<Row>({ name, row, columns, isSelected, isCard }: TableRowProps<Row>) {
  const { lists, common } = useMessages();
  const cells = useMemo(
    () => columns.map((column, index) => bodyCell(column, row, index === 0, isCard, common.copy)),
    [columns, row, isCard, common],
  );
  return useMemo(
    () => (
      <tr {...(isCard && { role: 'row' })} className={isSelected ? styles['selected'] : undefined}>
        {isSelected !== null && (
          <td {...(isCard && { role: 'cell' })} className={styles['tick']} data-tick>
            {/* The table hears it. */}
            <input type="checkbox" aria-label={lists.select(name)} checked={isSelected} readOnly />
          </td>
        )}
        {cells}
      </tr>
    ),
    [cells, isSelected, isCard, lists, name],
  );
}

function bodyCell<Row>(
  column: Column<Row>,
  row: Row,
  isFirst: boolean,
  isCard: boolean,
  copyWhat: (what: string) => string,
): ReactNode {
  const content = column.cell(row);
  const copied = column.copy?.(row);
  const Cell = isFirst ? 'th' : 'td';
  const title = column.title?.(row);
  const className = `${copied ? styles['copyable'] : ''} ${column.isLong ? styles['long'] : ''}`.trim();
  return (
    <Cell
      key={column.key}
      {...(isFirst && { scope: 'row' })}
      {...(isCard && {
        role: isFirst ? 'rowheader' : 'cell',
        'data-label': column.header,
        'data-empty': content === null || content === '' || undefined,
      })}
      {...(title && { title })}
      {...(className && { className })}
    >
      {content}
      {copied && <button type="button" data-copy={copied} aria-label={copyWhat(column.header)} />}
    </Cell>
  );
}

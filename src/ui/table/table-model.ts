import type { ReactNode } from 'react';
import type { Density } from './table-settings';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** In pixels of a browser with usual text, with which it grows; the table gives what is left over to all. */
  readonly width: number;
  /** The name under which the list is sorted by this column. */
  readonly sortKey?: string;
  /** What the cell shows; null or '' for nothing. The first column names the row and holds its link. */
  readonly cell: (row: Row) => ReactNode;
  /** What its button copies; '' for nothing. */
  readonly copy?: (row: Row) => string;
  /** Its texts may be so long that they end in an ellipsis; then `title` gives the whole. Any other text wraps. */
  readonly isLong?: boolean;
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
  readonly onHover?: (href: string) => void;
}

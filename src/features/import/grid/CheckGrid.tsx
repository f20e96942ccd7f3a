import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, type ClipboardEvent, type RefObject } from 'react';
import type { FieldPath } from '~/domain/fields/field-paths';
import { fieldKind } from '~/domain/import/field-kind';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { CheckEntry } from '~/features/import/rows/check-entries';
import styles from './CheckGrid.module.css';
import { CheckGridRow } from './CheckGridRow';
import { handleGridKey } from './grid-keys';
import type { Grid } from './use-grid';
import { useRem } from './use-rem';

/** In rem, as in the style sheet. */
const ROW_HEIGHT = 2;
const FROZEN_WIDTH = 13.5;
const WIDTHS = { date: 9, 'yes-no': 7, list: 10, coordinate: 8, prose: 16, text: 11 } as const;

interface CheckGridProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly shown: readonly CheckEntry[];
  readonly fields: readonly FieldPath[];
  readonly grid: Grid;
  /** The id of the element that describes the cell with the focus. */
  readonly detailId: string;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Rows and fields as a spreadsheet. Only the cells in sight are drawn, and the one with the focus. */
export function CheckGrid({ ref, shown, fields, grid, detailId, onUndo, onRedo }: CheckGridProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  const { columns, rows, frozen } = useCellsInSight(ref, fields, grid);
  const width = frozen + columns.getTotalSize();
  const inSight = columns.getVirtualItems();
  const { focus } = grid.cursor;
  const textOfFocus = () => shown[focus.row]?.checked.row.texts.get(fields[focus.column] ?? '') ?? '';
  const copy = (event: ClipboardEvent) => {
    if (grid.editing !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.copy());
  };
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={-1}
      className={styles['grid']}
      aria-label={importing.grid}
      aria-rowcount={shown.length + 1}
      aria-colcount={fields.length + 2}
      aria-multiselectable
      onKeyDown={(event) => handleGridKey(event, { grid, textOfFocus, undo: onUndo, redo: onRedo })}
      onCopy={copy}
      onCut={(event) => {
        copy(event);
        if (grid.editing === null) grid.clear();
      }}
      onPaste={(event) => {
        if (grid.editing !== null) return;
        event.preventDefault();
        grid.paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <div role="rowgroup" className={styles['head']} style={{ width }}>
        <div role="row" aria-rowindex={1} className={styles['row']}>
          <div role="columnheader" aria-colindex={1} className={styles['number']}>
            {importing.row}
          </div>
          <div role="columnheader" aria-colindex={2} className={styles['state']}>
            {importing.status}
          </div>
          {inSight.map(({ index, start, size }) => (
            <div
              key={index}
              role="columnheader"
              title={fieldLabel(fields[index] ?? '', messages)}
              aria-colindex={index + 3}
              className={styles['cell']}
              style={{ left: frozen + start, width: size }}
            >
              {fieldLabel(fields[index] ?? '', messages)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles['body']} style={{ width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const entry = shown[index];
          return (
            entry && (
              <CheckGridRow
                key={entry.checked.row.rowNumber}
                {...{ entry, index, fields, grid, detailId, frozen }}
                columns={inSight}
                top={start}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Which rows and columns are drawn, and how wide the frozen columns are in pixels. */
function useCellsInSight(
  ref: RefObject<HTMLDivElement | null>,
  fields: readonly FieldPath[],
  { size, cursor }: Grid,
) {
  const rem = useRem(ref);
  // Other keys make the virtualizer ask for the sizes again.
  const getItemKey = useCallback((index: number) => `${index} at ${rem}`, [rem]);
  const frozen = FROZEN_WIDTH * rem;
  // No compiler memoizes components here, so the virtualizer may change in place.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: size.rows,
    getScrollElement: () => ref.current,
    estimateSize: () => ROW_HEIGHT * rem,
    getItemKey,
    overscan: 6,
    rangeExtractor: (range) => withIndex(range, cursor.focus.row),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: size.columns,
    getScrollElement: () => ref.current,
    estimateSize: (index) => WIDTHS[fieldKind(fields[index] ?? '')] * rem,
    getItemKey,
    overscan: 2,
    rangeExtractor: (range) => withIndex(range, cursor.focus.column),
  });
  return { rows, columns, frozen };
}

function withIndex(range: Range, index: number): number[] {
  const inSight = defaultRangeExtractor(range);
  return range.count === 0 || inSight.includes(index)
    ? inSight
    : [...inSight, index].toSorted((a, b) => a - b);
}

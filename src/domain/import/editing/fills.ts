import type { FieldPath } from '~/domain/fields/field-paths';
import type { ImportRow } from '~/domain/import/read-rows';
import type { GridCursor } from './grid-cursor';
import { selectedBlock } from './grid-cursor';
import type { CellEdit } from './import-edits';

/*
 * Edits of many cells at once. Rows and fields are those that are shown, in their order. An edit that changes nothing is
 * left out.
 */

interface ShownCells {
  readonly rows: readonly ImportRow[];
  readonly fields: readonly FieldPath[];
}

/** The texts of the selected block, row by row. */
export function blockTexts({ rows, fields }: ShownCells, cursor: GridCursor): string[][] {
  const { first, last } = selectedBlock(cursor);
  return rows
    .slice(first.row, last.row + 1)
    .map(({ texts }) => fields.slice(first.column, last.column + 1).map((field) => texts.get(field) ?? ''));
}

/** Empties the selected cells. */
export function clearBlock(cells: ShownCells, cursor: GridCursor): CellEdit[] {
  return writeBlock(cells, cursor, [['']]).edits;
}

/**
 * Copies the first row of the selection into the rows of it below. Of a selection of one row, into all rows that are shown
 * below.
 */
export function fillDown({ rows, fields }: ShownCells, cursor: GridCursor): CellEdit[] {
  const { first, last } = selectedBlock(cursor);
  const end = first.row === last.row ? rows.length : last.row + 1;
  const [source, ...targets] = rows.slice(first.row, end);
  if (!source) return [];
  return targets.flatMap((row) =>
    fields
      .slice(first.column, last.column + 1)
      .flatMap((field) => changeOf(row, field, source.texts.get(field) ?? '')),
  );
}

/** Replaces a text in one column; `isWhole`: only where it is the whole cell, so that empty cells can be filled too. */
export function replaceInColumn(
  rows: readonly ImportRow[],
  field: FieldPath,
  { find, by, isWhole }: { readonly find: string; readonly by: string; readonly isWhole: boolean },
): CellEdit[] {
  if (find === '' && !isWhole) return [];
  return rows.flatMap((row) => {
    const text = row.texts.get(field) ?? '';
    if (isWhole) return text === find ? changeOf(row, field, by) : [];
    return changeOf(
      row,
      field,
      text.replaceAll(find, () => by),
    );
  });
}

interface WrittenBlock {
  readonly edits: CellEdit[];
  /** Cells of the block for which there was no row or column. */
  readonly beyond: number;
}

/**
 * Writes a block from the first selected cell on. One cell fills the whole selection. What reaches beyond the rows and
 * columns is counted, not written.
 */
export function writeBlock(
  { rows, fields }: ShownCells,
  cursor: GridCursor,
  block: readonly (readonly string[])[],
): WrittenBlock {
  const { first, last } = selectedBlock(cursor);
  const [[only = ''] = [], ...more] = block;
  const isOne = more.length === 0 && block[0]?.length === 1;
  const height = last.row - first.row + 1;
  const width = last.column - first.column + 1;
  const cells = isOne
    ? Array.from({ length: height }, () => Array.from({ length: width }, () => only))
    : block;
  const edits: CellEdit[] = [];
  let beyond = 0;
  for (const [down, texts] of cells.entries()) {
    for (const [right, text] of texts.entries()) {
      const row = rows[first.row + down];
      const field = fields[first.column + right];
      if (row && field !== undefined) edits.push(...changeOf(row, field, text));
      else beyond += 1;
    }
  }
  return { edits, beyond };
}

function changeOf({ rowNumber, texts }: ImportRow, field: FieldPath, text: string): CellEdit[] {
  return (texts.get(field) ?? '') === text ? [] : [{ row: rowNumber, field, text }];
}

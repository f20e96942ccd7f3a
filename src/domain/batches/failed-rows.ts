import { isToolReference } from '~/domain/carts/tool-reference';
import { lineFieldValues, type FieldPath } from '~/domain/fields/field-paths';
import type { Batch, BatchRow } from './batch';

/** The rows that a batch could not create. */
export function failedRows({ rows }: Pick<Batch, 'rows'>): readonly BatchRow[] {
  return rows.filter(({ state }) => state.kind === 'failed');
}

/** The fields that a row of the batch fills, in the order of the document's tables: the columns of its file. */
export function filledFields({ rows }: Pick<Batch, 'rows'>): readonly FieldPath[] {
  const fields = new Map<FieldPath, boolean>();
  for (const { values } of rows) {
    for (const field of lineFieldValues(values).keys()) {
      fields.set(field, fields.get(field) === true || importText({ values }, field) !== '');
    }
  }
  return [...fields].filter(([, isFilled]) => isFilled).map(([field]) => field);
}

/** The value of a field as an import reads it: `a; b` for a list, '' for a reference of the desk's own. */
export function importText({ values }: Pick<BatchRow, 'values'>, field: FieldPath): string {
  const value = lineFieldValues(values).get(field) ?? '';
  if (Array.isArray(value)) return value.join('; ');
  return field === 'external_id' && isToolReference(String(value)) ? '' : String(value);
}

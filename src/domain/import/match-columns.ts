import { readPropertyPath } from '~/contract/property-path';
import { fieldPathOf, type FieldPath } from '~/domain/fields/field-paths';
import { foldedText, visibleText } from './plain-text';
import type { Sheet, SheetRow } from './sheet';

/** The headings under which a field is known, in every language. */
export interface FieldHeadings {
  readonly field: FieldPath;
  readonly headings: readonly string[];
}

export interface ImportColumn {
  /** Its place in the rows' cells, from 0. */
  readonly index: number;
  /** As the sheet has it; a repeated one is numbered, '' for none. */
  readonly header: string;
  /** Null: this column is not imported. */
  readonly field: FieldPath | null;
  /** The texts of its first filled cells. */
  readonly samples: readonly string[];
}

/** The fields of headers seen before, by `headerKey`; null for a column that was not imported. */
export type RememberedHeaders = ReadonlyMap<string, FieldPath | null>;

/** Equal for headers that are remembered as one. */
export function headerKey(header: string): string {
  return foldedText(header);
}

/** The row of headers is one of so many first rows. */
export const MOST_HEADER_ROWS = 30;

/**
 * The index of the row that holds the headers: the one with the most known headings; without any, the first row with at
 * least half as many filled cells as the fullest one has. 0 for an empty sheet.
 */
export function findHeaderRow({ rows }: Sheet, labels: readonly FieldHeadings[]): number {
  const first = rows.slice(0, MOST_HEADER_ROWS);
  const fieldsOf = fieldsByHeading(labels);
  const known = first.map(
    ({ cells }) => cells.filter(({ text }) => candidates(text, fieldsOf).length > 0).length,
  );
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  const filled = first.map(filledCount);
  const fullest = Math.max(0, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count > 0 && count * 2 >= fullest),
  );
}

function filledCount({ cells }: SheetRow): number {
  return cells.filter(({ text }) => visibleText(text) !== '').length;
}

const MOST_SAMPLES = 3;

/**
 * The columns of a sheet that have a header or a filled cell below it, each with its field: the remembered one, else that of
 * the API's name or of a heading. A heading of several fields ("First name") stands for them in their order. A field is
 * given to one column.
 */
export function matchColumns(
  sheet: Sheet,
  headerRow: number,
  labels: readonly FieldHeadings[],
  remembered: RememberedHeaders,
): readonly ImportColumn[] {
  const fieldsOf = fieldsByHeading(labels);
  const taken = new Set<FieldPath>();
  const take = (fields: readonly FieldPath[]): FieldPath | null => {
    const field = fields.find((candidate) => !taken.has(candidate)) ?? null;
    if (field !== null) taken.add(field);
    return field;
  };
  const columns = columnsOf(sheet, headerRow);
  const before = columns.map(({ header }) => {
    const known = remembered.get(headerKey(header));
    return known === undefined || header === '' ? undefined : known === null ? null : take([known]);
  });
  return columns.map(({ plainHeader, ...column }, place) => {
    const known = before[place];
    return { ...column, field: known === undefined ? take(candidates(plainHeader, fieldsOf)) : known };
  });
}

/** The columns once a person has chosen the field of one; null imports it no more. A field is filled by one column. */
export function withColumnField(
  columns: readonly ImportColumn[],
  index: number,
  field: FieldPath | null,
): readonly ImportColumn[] {
  return columns.map((column) => {
    if (column.index === index) return { ...column, field };
    return field !== null && column.field === field ? { ...column, field: null } : column;
  });
}

type HeadedColumn = Omit<ImportColumn, 'field'> & { readonly plainHeader: string };

function columnsOf({ rows }: Sheet, headerRow: number): HeadedColumn[] {
  const below = rows.slice(headerRow + 1);
  const width = rows.slice(headerRow).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const seen = new Map<string, number>();
  const columns: HeadedColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const plainHeader = visibleText(rows[headerRow]?.cells[index]?.text ?? '');
    const samples = samplesOf(below, index);
    if (plainHeader === '' && samples.length === 0) continue;
    const key = headerKey(plainHeader);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    const header = plainHeader === '' || count === 1 ? plainHeader : `${plainHeader} (${count})`;
    columns.push({ index, header, plainHeader, samples });
  }
  return columns;
}

function samplesOf(rows: readonly SheetRow[], index: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const text = cells[index]?.text ?? '';
    if (visibleText(text) !== '') samples.push(text);
    if (samples.length === MOST_SAMPLES) break;
  }
  return samples;
}

type FieldsByHeading = ReadonlyMap<string, readonly FieldPath[]>;

function fieldsByHeading(labels: readonly FieldHeadings[]): FieldsByHeading {
  const fields = new Map<string, FieldPath[]>();
  for (const { field, headings } of labels) {
    for (const heading of new Set(headings.map(foldedText))) {
      fields.set(heading, [...(fields.get(heading) ?? []), field]);
    }
  }
  return fields;
}

/** The fields that a header may stand for; none for a header without a meaning here. */
function candidates(header: string, fieldsOf: FieldsByHeading): readonly FieldPath[] {
  const text = visibleText(header);
  // The API's names have no spaces; a path of words would find a name in a sentence.
  const named = /\s/.test(text) ? null : fieldPathOf(readPropertyPath(text));
  return named === null ? (fieldsOf.get(foldedText(text)) ?? []) : [named];
}

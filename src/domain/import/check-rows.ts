import { emptyLineValues, type LineValues } from '~/contract/order-line';
import { emptyContact } from '~/contract/contact';
import type { FieldPath } from '~/domain/fields/field-paths';
import { lineIssues, missingToCreate, type LineIssue } from '~/domain/lines/confirmation-readiness';
import { noteOfText, type CellNote } from './cell-note';
import { fieldKind } from './field-kind';
import { listEntries } from './field-text';
import type { ImportRow } from './read-rows';
import { readYesNo } from './yes-no';

/** `incomplete`: can be created, not confirmed yet. `blocked`: cannot be created. */
export type RowStatus = 'ready' | 'incomplete' | 'blocked';

export interface CheckedRow {
  readonly row: ImportRow;
  readonly values: LineValues;
  readonly status: RowStatus;
  /** The issues that the editor of a line shows. */
  readonly issues: readonly LineIssue[];
  /** Those of the cells' types, and those of the texts. */
  readonly notes: ReadonlyMap<FieldPath, CellNote>;
}

/** Reads a row by the editor's own rules. `today` is an ISO date. */
export function checkRow(row: ImportRow, today: string): CheckedRow {
  const values = rowValues(row.texts);
  const notes = new Map(row.notes);
  for (const [field, text] of row.texts) {
    const note = notes.has(field) ? null : noteOfText(field, text);
    if (note) notes.set(field, note);
  }
  const issues = lineIssues(values, today);
  return { row, values, status: rowStatus(values, issues, notes), issues, notes };
}

function rowStatus(
  values: LineValues,
  issues: readonly LineIssue[],
  notes: ReadonlyMap<FieldPath, CellNote>,
): RowStatus {
  const hasError = [...notes.values()].some(({ level }) => level === 'error');
  if (hasError || missingToCreate(values).length > 0) return 'blocked';
  return issues.some(({ severity }) => severity === 'error') ? 'incomplete' : 'ready';
}

const EMPTY_LINE = emptyLineValues();
const EMPTY_CONTACT = emptyContact();

/** The values of a line from the texts of its fields. */
function rowValues(texts: ReadonlyMap<FieldPath, string>): LineValues {
  const scalars: Record<string, string | boolean | string[] | null> = {};
  const contacts: Record<string, string>[] = [];
  for (const [field, text] of texts) {
    const [, index, contactField] = field.includes('.') ? field.split('.') : [];
    if (contactField === undefined) scalars[field] = scalarOf(field, text);
    else (contacts[Number(index)] ??= {})[contactField] = text;
  }
  return {
    ...EMPTY_LINE,
    ...scalars,
    related_contact_information: Array.from(contacts, (contact) => ({ ...EMPTY_CONTACT, ...contact })),
  };
}

function scalarOf(field: FieldPath, text: string): string | boolean | string[] | null {
  const kind = fieldKind(field);
  if (kind === 'yes-no') return readYesNo(text);
  return kind === 'list' ? listEntries(text) : text;
}

/** Why a cart continues another: its rejected lines are ordered again, or some lines were moved out of it. */
export type Continuation = 'rejected' | 'moved';

const MARKS: Readonly<Record<Continuation, string>> = { rejected: 'R', moved: 'M' };

/**
 * The reference of a cart that continues another, so that both are found together: CDE-7 leads to CDE-7-R1, that to
 * CDE-7-R2. '' for a cart without a reference.
 */
export function continuedReference(reference: string, continuation: Continuation): string {
  const trimmed = reference.trim();
  if (trimmed === '') return '';
  const mark = MARKS[continuation];
  const [, before, number] = new RegExp(`^(.+)-${mark}(\\d{1,4})$`).exec(trimmed) ?? [];
  return before === undefined ? `${trimmed}-${mark}1` : `${before}-${mark}${Number(number) + 1}`;
}

/** The reference that one continues: CDE-7-R1 continues CDE-7, CDE-7-R3 continues CDE-7-R2. null when it continues none. */
export function referenceBefore(reference: string): string | null {
  const [, before, mark, number] = /^(.+)-([RM])(\d{1,4})$/.exec(reference.trim()) ?? [];
  if (before === undefined || mark === undefined || Number(number) < 1) return null;
  return Number(number) === 1 ? before : `${before}-${mark}${Number(number) - 1}`;
}

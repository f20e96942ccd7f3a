import type { EndedInput } from '~/autosave/autosave-records';
import type { LineValues } from '~/contract/order-line';
import type { LineEdit } from './line-edit';
import type { SaveStatus } from './save-status';

/** What an editor holds beyond its base when its line is confirmed; null for nothing. */
export function endedInput(
  base: LineValues,
  { values, changed }: LineEdit,
  { autosaveFailure }: SaveStatus,
): EndedInput | null {
  return changed.length === 0 ? null : { base, mine: values, isStored: autosaveFailure === null };
}

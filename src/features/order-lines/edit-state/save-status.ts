import type { AutosaveState } from '~/autosave/autosave';
import type { SaveOutcome } from '~/api/write/save-line';
import type { WhileVerifying } from '~/api/write/use-verification';
import type { LineValues } from '~/contract/order-line';
import type { ServerErrors } from './server-errors';

/** Creates a line, or saves the changes from `base` to `mine`. */
export type LineWriter = (
  edit: { readonly base: LineValues; readonly mine: LineValues },
  whileVerifying: WhileVerifying,
) => Promise<SaveOutcome>;

/** The save under way and the outcome of the last one. */
export interface SaveStatus {
  /** How many saves have ended. */
  readonly attempt: number;
  readonly isSaving: boolean;
  /** Since when it is verified what became of the save; null while nothing is in doubt. */
  readonly verifyingSince: Date | null;
  /** The outcome of the last save; null before it and during the next one. */
  readonly outcome: SaveOutcome | null;
  readonly errors: ServerErrors | null;
  /** Why unsaved input is not stored on this computer; null when it is. */
  readonly autosaveFailure: AutosaveState['failure'];
}

/** Before the first save. */
export const IDLE: SaveStatus = {
  attempt: 0,
  isSaving: false,
  verifyingSince: null,
  outcome: null,
  errors: null,
  autosaveFailure: null,
};

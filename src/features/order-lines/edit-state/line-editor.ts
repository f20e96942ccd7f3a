import { createFormControl, type UseFormReturn } from 'react-hook-form';
import type { SaveOutcome } from '~/api/write/save-line';
import type { WhileVerifying } from '~/api/write/use-verification';
import type { LineValues, OrderLine } from '~/contract/order-line';
import { missingToCreate } from '~/domain/lines/confirmation-readiness';
import { changedFields, withFieldsFrom, type FieldPath } from '~/domain/fields/field-paths';
import { withPlainFields } from '~/domain/fields/plain-value';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { resolveConflicts, type Side } from '~/domain/lines/order-line-changes';
import { afterPaint } from '~/ui/keyboard/after-paint';
import { endedInput } from './ended-input';
import type { FieldFocus } from './field-focus';
import { fieldState, isSameState, type FieldState, type RejectedValues } from './field-state';
import { toLineEdit, type LineEdit } from './line-edit';
import { toFormValues, toLineValues, type LineFormValues } from './line-form-values';
import { IDLE, type LineWriter, type SaveStatus } from './save-status';
import { toServerErrors } from './server-errors';

/** What the page around an editor knows. */
export interface LineSurroundings {
  /** The newest reading of the line; null for a new one. */
  readonly saved: OrderLine | null;
  /** Whether nothing can be typed for now: the cart is being confirmed. */
  readonly isLocked: boolean;
  /** What the operator rejected of the line. */
  readonly rejections: RejectedValues['texts'];
  readonly write: LineWriter;
  /** A new line was created and is to be opened. */
  readonly onCreated?: ((line: OrderLine) => Promise<void>) | undefined;
  /** The line is no draft any more. Called at each reading until the form goes. */
  readonly onConfirmed?: ((unsaved: ReturnType<typeof endedInput>) => void) | undefined;
}

interface LineEditorOptions {
  /** The line as the API has it; null for a new one. */
  readonly saved: OrderLine | null;
  /** What a new line starts with. */
  readonly initial: LineValues;
  /** Gives an ISO date. */
  readonly today: () => string;
}

/**
 * The one owner of a line's edit: its input, what follows from it, the save and the outcome. A new line becomes a saved
 * one in the same editor. It lives outside of React. Each field subscribes to its own part, so that typing renders that
 * field, the counts and the readiness panel only.
 */
export class LineEditor {
  /** The registry of the inputs. The editor alone reads and fills it as a whole. */
  readonly form: Omit<UseFormReturn<LineFormValues>, 'formState'>;
  readonly #initial: LineValues;
  readonly #today: () => string;
  readonly #fields = new Map<FieldPath, FieldState>();
  readonly #listeners = new Set<() => void>();
  readonly #inputListeners = new Set<(values: LineValues) => void>();
  #saved: OrderLine | null;
  #base: LineValues;
  #isLocked = false;
  #rejections: RejectedValues;
  #write: LineWriter | null = null;
  #onCreated: LineSurroundings['onCreated'];
  /** The reading that the page gave last. */
  #reading: OrderLine | null;
  #edit: LineEdit;
  /** Values that `#edit` is not derived from yet. */
  #staged: LineValues | null = null;
  #isPending = false;
  #status = IDLE;
  /** Whether the registry reports inputs one by one that change together. */
  #isFilling = false;
  /** A save was asked for while one was under way: it follows when that one has ended well. */
  #isSaveQueued = false;
  #cursor: FieldFocus | undefined;

  constructor({ saved, initial, today }: LineEditorOptions) {
    this.#saved = saved;
    this.#reading = saved;
    this.#initial = initial;
    this.#base = saved ?? initial;
    this.#today = today;
    this.#rejections = { texts: new Map(), of: this.#base };
    this.form = createFormControl<LineFormValues>({ defaultValues: toFormValues(this.#base) });
    this.#edit = toLineEdit(this.#base, this.#input(), today());
    this.form.subscribe({
      formState: { values: true },
      callback: ({ values, type }) => {
        if (this.#isFilling) return;
        // Autosave waits for nothing, for the browser may end at any moment.
        this.#stage(toLineValues(values, this.#base));
        // An input that shows the editor's own value waits for it; else the key comes first on the screen.
        if (type !== 'change') this.#flush();
        else afterPaint(() => this.#flush());
      },
    });
  }

  /** The line as the API has it; null for a new one. */
  get saved(): OrderLine | null {
    return this.#saved;
  }

  /** What changes are counted from. */
  get base(): LineValues {
    return this.#base;
  }

  get isEditable(): boolean {
    return (this.#saved === null || isDraft(this.#saved)) && !this.#isLocked;
  }

  readonly edit = (): LineEdit => {
    if (this.#staged) {
      this.#edit = toLineEdit(this.#base, this.#staged, this.#today(), this.#edit);
      this.#staged = null;
    }
    return this.#edit;
  };

  readonly status = (): SaveStatus => this.#status;

  /** The same object as long as nothing about the field has changed. */
  field(key: FieldPath): FieldState {
    const before = this.#fields.get(key);
    const state = fieldState(key, {
      saved: this.#saved,
      base: this.#base,
      isLocked: this.#isLocked,
      edit: this.edit(),
      errors: this.#status.errors,
      rejections: this.#rejections,
    });
    if (before && isSameState(before, state)) return before;
    this.#fields.set(key, state);
    return state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Subscribes to input before anything is derived from it; for autosave. */
  readonly subscribeToInput = (store: (values: LineValues) => void): (() => void) => {
    this.#inputListeners.add(store);
    return () => this.#inputListeners.delete(store);
  };

  /** Takes what the page knows now. A newer reading replaces the input only while nothing is unsaved. */
  update({ saved, isLocked, rejections, write, onCreated, onConfirmed }: LineSurroundings): void {
    this.#write = write;
    this.#onCreated = onCreated;
    if (saved && !isDraft(saved)) onConfirmed?.(endedInput(this.#base, this.edit(), this.#status));
    const isNewReading = saved !== null && saved !== this.#reading;
    const areNewRejections =
      rejections !== this.#rejections.texts && rejections.size + this.#rejections.texts.size > 0;
    if (!isNewReading && !areNewRejections && isLocked === this.#isLocked) return;
    this.#isLocked = isLocked;
    if (isNewReading) {
      this.#reading = saved;
      this.#saved = saved;
      if (this.edit().changed.length === 0) this.#rebase(saved, saved);
    }
    if (areNewRejections) this.#rejections = { texts: rejections, of: saved ?? this.#base };
    this.#notify();
  }

  /**
   * Saves what is typed. During a save it is queued: what was typed since then is saved after it. `isLeaving`: a line
   * that it creates is not opened.
   */
  async save({ isLeaving = false } = {}): Promise<void> {
    if (!this.isEditable) return;
    this.#takePlainValues();
    if (this.#status.isSaving) this.#isSaveQueued = true;
    else if (this.#saved === null || this.edit().changed.length > 0) await this.#send(isLeaving);
  }

  /** Saves again with a decision about what others have changed. */
  async resolveConflicts(decided: ReadonlyMap<FieldPath, Side>): Promise<void> {
    const { outcome } = this.#status;
    if (outcome?.kind !== 'conflict') return;
    const edit = { base: this.#base, mine: this.#input(), theirs: outcome.line };
    const resolved = resolveConflicts(edit, decided);
    this.#rebase(resolved.base, resolved.mine);
    await this.#send();
  }

  /** Goes back to the line as the API has it, or to what a new line started with. */
  discard(): void {
    const newest = this.#saved ?? this.#initial;
    this.#rebase(newest, newest);
  }

  /** Puts values into all inputs, as if they had been typed. Autosave has them at once. */
  fill(values: LineValues): void {
    this.#isFilling = true;
    // The inputs get their new text without a render.
    this.form.reset(toFormValues(values), { keepFieldsRef: true });
    this.#isFilling = false;
    this.#stage(this.#input());
    this.#flush();
  }

  /** Keeps the cursor of a form that goes, for the next form of this editor. */
  keepCursor(cursor: FieldFocus | undefined): void {
    this.#cursor = cursor;
  }

  /** Gives the kept cursor, once. */
  takeCursor(): FieldFocus | undefined {
    const cursor = this.#cursor;
    this.#cursor = undefined;
    return cursor;
  }

  setAutosaveFailure(autosaveFailure: SaveStatus['autosaveFailure']): void {
    if (this.#status.autosaveFailure !== autosaveFailure) this.#setStatus({ autosaveFailure });
  }

  async #send(isLeaving = false): Promise<void> {
    this.#isSaveQueued = false;
    const submitted = structuredClone(this.#input());
    const attempt = this.#status.attempt + 1;
    const missing = missingToCreate(submitted);
    if (missing.length > 0) {
      this.#setOutcome({ kind: 'incomplete', missing }, submitted, attempt);
    } else if (this.#write) {
      this.#setStatus({ isSaving: true, outcome: null, errors: null });
      const edit = { base: this.#base, mine: submitted };
      const outcome = await this.#write(edit, this.#whileVerifying);
      const isNew = this.#saved === null;
      if (outcome.kind === 'saved') this.#takeSaved(outcome.line, submitted);
      this.#setOutcome(outcome, submitted, attempt);
      if (outcome.kind !== 'saved') return;
      if (isNew && !isLeaving) await this.#onCreated?.(outcome.line);
      if (this.#isSaveQueued && this.edit().changed.length > 0) await this.#send();
    }
  }

  /** The answer is the new base; what was typed while the save was under way stays on top of it. */
  #takeSaved(line: OrderLine, submitted: LineValues): void {
    const typed = this.#input();
    const since = changedFields(submitted, typed);
    this.#saved = line;
    this.#rebase(line, withFieldsFrom(line, typed, since));
  }

  #setOutcome(outcome: SaveOutcome, submitted: LineValues, attempt: number): void {
    const errors = toServerErrors(outcome, submitted, this.#today());
    this.#setStatus({ isSaving: false, outcome, errors, attempt });
  }

  readonly #whileVerifying: WhileVerifying = async (proof) => {
    this.#setStatus({ verifyingSince: new Date() });
    try {
      return await proof();
    } finally {
      this.#setStatus({ verifyingSince: null });
    }
  };

  /** What the inputs hold now. */
  #input(): LineValues {
    return toLineValues(this.form.getValues(), this.#base);
  }

  #rebase(base: LineValues, values: LineValues): void {
    this.#base = base;
    this.fill(values);
  }

  /** The focused field may hold text that leaving it would make plain. */
  #takePlainValues(): void {
    const { values, changed } = this.edit();
    const plain = withPlainFields(values, changed);
    if (changedFields(values, plain).length > 0) this.fill(plain);
  }

  /** Takes the input and notifies input subscribers only; `#flush` notifies the others. `edit()` is current at once. */
  #stage(values: LineValues): void {
    this.#staged = values;
    this.#isPending = true;
    for (const listener of this.#inputListeners) listener(values);
  }

  /** Notifies subscribers of staged input, if there is any. */
  #flush(): void {
    if (this.#isPending) this.#notify();
  }

  #notify(): void {
    this.#isPending = false;
    for (const listener of this.#listeners) listener();
  }

  #setStatus(changes: Partial<SaveStatus>): void {
    this.#status = { ...this.#status, ...changes };
    this.#notify();
  }
}

import { createContext, use, useSyncExternalStore } from 'react';
import { lineIssues, type LineIssue } from '~/domain/confirmation-readiness';
import { copiedFieldLock, fieldLock, type LockReason } from '~/domain/field-lock';
import { changedLeaves, fieldOfLeaf, isSameLeaf, lineLeaves, type LeafKey } from '~/domain/line-leaves';
import type { LineValues, OrderLine } from '~/contract/order-line';

/**
 * What follows from the text in the form: the values, the open points, what was changed. It is worked out once per
 * keystroke, outside of React, when the key is on the screen or somebody asks; and each field listens only to what
 * concerns it. So typing in one field renders that field, the counts and the readiness panel, and nothing else.
 */
export interface LineEdit {
  readonly values: LineValues;
  readonly issues: readonly LineIssue[];
  readonly changed: readonly LeafKey[];
}

/** What concerns one field of the form. */
interface FieldState {
  /** Why it cannot be typed in; null when it can. */
  readonly lock: LockReason | null;
  /** Its most serious open point. */
  readonly issue: LineIssue | undefined;
  /** What was said against the value that it holds. */
  readonly verdict: string | undefined;
}

/** What was said against values: by the operator who rejected the line, by the API that refused a save. */
interface Verdicts {
  readonly texts: ReadonlyMap<LeafKey, string>;
  /** The values that it was said of; a value that has changed since then is another one. */
  readonly of: LineValues;
}

interface LineEditFacts {
  /** The line as the API has it; null for a new one. */
  readonly saved: OrderLine | null;
  /** What changes are counted from. */
  readonly base: LineValues;
  /** What the form holds, where that is not the base. */
  readonly values?: LineValues;
  /** An ISO date. */
  readonly today: string;
  /** What the operator rejected of the base. */
  readonly rejections?: Verdicts['texts'];
}

export class LineEditStore {
  readonly saved: OrderLine | null;
  readonly base: LineValues;
  readonly #today: string;
  readonly #rejected: Verdicts | null;
  #refused: Verdicts | null = null;
  readonly #fields = new Map<LeafKey, FieldState>();
  readonly #listeners = new Set<() => void>();
  readonly #keepers = new Set<(values: LineValues) => void>();
  #edit: LineEdit;
  /** What was typed since `#edit` was worked out. */
  #typing: LineValues | null = null;
  #isNews = false;
  #isSettled = false;

  constructor({ saved, base, values = base, today, rejections }: LineEditFacts) {
    this.saved = saved;
    this.base = base;
    this.#today = today;
    this.#rejected = rejections ? { texts: rejections, of: base } : null;
    this.#edit = this.#follow(values, []);
  }

  #follow(values: LineValues, before: readonly LineIssue[]): LineEdit {
    return {
      values,
      issues: keptIfSame(before, lineIssues(values, this.#today)),
      changed: this.#isSettled ? [] : changedLeaves(this.base, values),
    };
  }

  /** To be told when a value of the form has changed. */
  typed(values: LineValues): void {
    this.typing(values);
    this.tell();
  }

  /**
   * The same, where those who listen may be told a moment later: who asks has the new values at once. Who keeps the text is
   * told at once too.
   */
  typing(values: LineValues): void {
    this.#typing = values;
    this.#isNews = true;
    for (const keep of this.#keepers) keep(values);
  }

  /** Tells all who listen of what was typed; nothing when they know it. */
  tell(): void {
    if (!this.#isNews) return;
    this.#isNews = false;
    for (const listener of this.#listeners) listener();
  }

  /** To be told what the last save was refused for; null when it was not. */
  refused(verdicts: Verdicts | null): void {
    if (this.#refused === verdicts) return;
    this.#refused = verdicts;
    this.#isNews = true;
    this.tell();
  }

  /** From now on nothing is unsaved here: it was saved as another line, which takes what is typed on, or given up. */
  settle(): void {
    this.#typing = this.edit().values;
    this.#isSettled = true;
    this.#isNews = true;
    this.tell();
  }

  readonly edit = (): LineEdit => {
    if (this.#typing) {
      this.#edit = this.#follow(this.#typing, this.#edit.issues);
      this.#typing = null;
    }
    return this.#edit;
  };

  /** The same object as long as nothing about the field has changed. */
  field(key: LeafKey): FieldState {
    const before = this.#fields.get(key);
    const lock = this.#lockOf(key);
    const issue = mostSerious(this.edit().issues, key);
    const verdict = this.#verdictOn(key);
    if (before?.lock === lock && before.verdict === verdict && isSameIssue(before.issue, issue))
      return before;
    const state = { lock, issue, verdict };
    this.#fields.set(key, state);
    return state;
  }

  #lockOf(key: LeafKey): LockReason | null {
    const field = fieldOfLeaf(key);
    if (!field) return null;
    const { values } = this.edit();
    return (
      fieldLock(this.saved, field, values) ?? (this.saved ? null : copiedFieldLock(this.base, field, values))
    );
  }

  #verdictOn(key: LeafKey): string | undefined {
    const standing = [this.#refused, this.#rejected].find(
      (verdicts) => verdicts?.texts.has(key) && this.#isStill(key, verdicts.of),
    );
    return standing?.texts.get(key);
  }

  #isStill(key: LeafKey, values: LineValues): boolean {
    return isSameLeaf(key, lineLeaves(values).get(key), lineLeaves(this.edit().values).get(key));
  }

  /** For who keeps the text: told of it before anything that follows from it is worked out. */
  readonly subscribeToTyping = (keep: (values: LineValues) => void): (() => void) => {
    this.#keepers.add(keep);
    return () => this.#keepers.delete(keep);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

function mostSerious(issues: readonly LineIssue[], key: LeafKey): LineIssue | undefined {
  let found: LineIssue | undefined;
  for (const issue of issues) {
    if (issue.key === key && (!found || (found.severity === 'warning' && issue.severity === 'error')))
      found = issue;
  }
  return found;
}

function isSameIssue(a: LineIssue | undefined, b: LineIssue | undefined): boolean {
  return a === b || (a?.key === b?.key && a?.code === b?.code && a?.severity === b?.severity);
}

/** The issues from before when nothing has changed about them: who listens to them alone has then nothing to do. */
function keptIfSame(before: readonly LineIssue[], now: readonly LineIssue[]): readonly LineIssue[] {
  const isSame =
    before.length === now.length && now.every((issue, index) => isSameIssue(before[index], issue));
  return isSame ? before : now;
}

export const LineEditContext = createContext<LineEditStore | null>(null);

export function useLineEditStore(): LineEditStore {
  const store = use(LineEditContext);
  if (!store) throw new Error('There is no line being edited here');
  return store;
}

/** All that follows from the form; renders with each keystroke, so for small components only. */
export function useLineEdit(): LineEdit {
  const { subscribe, edit } = useLineEditStore();
  return useSyncExternalStore(subscribe, edit);
}

/** What concerns one field; renders when one of it changes. */
export function useFieldState(key: LeafKey): FieldState {
  const store = useLineEditStore();
  return useSyncExternalStore(store.subscribe, () => store.field(key));
}

/** Something that follows from the form, as one plain value; renders only when that changes. */
export function useFromEdit<T extends string | number | boolean>(select: (edit: LineEdit) => T): T {
  const { subscribe, edit } = useLineEditStore();
  return useSyncExternalStore(subscribe, () => select(edit()));
}

/** How many fields are not saved. */
export function useUnsavedCount(): number {
  return useFromEdit(({ changed }) => changed.length);
}

/** The options of the line; renders only when they are others. */
export function useOptions(): readonly string[] {
  useFromEdit(({ values }) => values.option_ids.join('\n'));
  return useLineEditStore().edit().values.option_ids;
}

/** Every open point of the line; renders only when there is another one, or one less. */
export function useIssues(): readonly LineIssue[] {
  const { subscribe, edit } = useLineEditStore();
  return useSyncExternalStore(subscribe, () => edit().issues);
}

/** The line as the API has it; null for a new one. */
export function useSavedLine(): OrderLine | null {
  return useLineEditStore().saved;
}

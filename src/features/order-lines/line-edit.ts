import { createContext, use, useSyncExternalStore } from 'react';
import { lineIssues, type LineIssue } from '~/domain/confirmation-readiness';
import { copiedFieldLock, fieldLock, type LockReason } from '~/domain/field-lock';
import { changedLeaves, fieldOfLeaf, type LeafKey } from '~/domain/line-leaves';
import type { LineValues, OrderLine } from '~/contract/order-line';

/**
 * What follows from the text in the form: the values, the open points, what was changed. It is worked out once per
 * keystroke, outside of React, and each field listens only to what concerns it; so typing in one field renders that
 * field, the counts and the readiness panel, and nothing else.
 */
export interface LineEdit {
  readonly values: LineValues;
  readonly issues: readonly LineIssue[];
  readonly changed: readonly LeafKey[];
}

export class LineEditStore {
  /** The line as the API has it; null for a new one. */
  readonly saved: OrderLine | null;
  /** What changes are counted from. */
  readonly base: LineValues;
  readonly #today: string;
  readonly #listeners = new Set<() => void>();
  #edit: LineEdit;
  #isSettled = false;

  /** `today` is an ISO date. */
  constructor(saved: OrderLine | null, base: LineValues, today: string) {
    this.saved = saved;
    this.base = base;
    this.#today = today;
    this.#edit = this.#follow(base, []);
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
    this.#edit = this.#follow(values, this.#edit.issues);
    for (const listener of this.#listeners) listener();
  }

  /** From now on nothing is unsaved here: it was saved as another line, which takes what is typed on, or given up. */
  settle(): void {
    this.#isSettled = true;
    this.typed(this.#edit.values);
  }

  readonly edit = (): LineEdit => this.#edit;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** The issues from before when nothing has changed about them: who listens to them alone has then nothing to do. */
function keptIfSame(before: readonly LineIssue[], now: readonly LineIssue[]): readonly LineIssue[] {
  const isSame =
    before.length === now.length &&
    now.every((issue, index) => {
      const other = before[index];
      return issue.key === other?.key && issue.code === other.code && issue.severity === other.severity;
    });
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

/** How many fields are not saved. */
export function useUnsavedCount(): number {
  const { subscribe, edit } = useLineEditStore();
  return useSyncExternalStore(subscribe, () => edit().changed.length);
}

/** The most serious open point of one field. */
export function useFieldIssue(key: LeafKey): LineIssue | undefined {
  const { subscribe, edit } = useLineEditStore();
  const found = useSyncExternalStore(subscribe, () => {
    const ofField = edit().issues.filter((issue) => issue.key === key);
    const issue = ofField.find(({ severity }) => severity === 'error') ?? ofField[0];
    return issue && `${issue.severity} ${issue.code}`;
  });
  return edit().issues.find((issue) => issue.key === key && `${issue.severity} ${issue.code}` === found);
}

/** Whether a field holds something else than what is saved. */
export function useIsChanged(key: LeafKey): boolean {
  const { subscribe, edit } = useLineEditStore();
  return useSyncExternalStore(subscribe, () => edit().changed.includes(key));
}

/** Why a field cannot be typed in; null when it can. */
export function useFieldLock(key: LeafKey): LockReason | null {
  const { subscribe, edit, saved, base } = useLineEditStore();
  return useSyncExternalStore(subscribe, () => {
    const field = fieldOfLeaf(key);
    if (!field) return null;
    const { values } = edit();
    return fieldLock(saved, field, values) ?? (saved ? null : copiedFieldLock(base, field, values));
  });
}

/** Something that follows from the form, as one plain value; renders only when that changes. */
export function useFromEdit<T extends string | number | boolean>(select: (edit: LineEdit) => T): T {
  const { subscribe, edit } = useLineEditStore();
  return useSyncExternalStore(subscribe, () => select(edit()));
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

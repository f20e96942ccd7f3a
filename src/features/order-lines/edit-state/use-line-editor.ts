import { createContext, use, useSyncExternalStore } from 'react';
import type { LineIssue } from '~/domain/lines/confirmation-readiness';
import type { FieldPath } from '~/domain/fields/field-paths';
import type { OrderLine } from '~/contract/order-line';
import type { FieldState } from './field-state';
import type { LineEdit } from './line-edit';
import type { LineEditor } from './line-editor';
import type { SaveStatus } from './save-status';

export const LineEditorContext = createContext<LineEditor | null>(null);

export function useLineEditor(): LineEditor {
  const editor = use(LineEditorContext);
  if (!editor) throw new Error('There is no line being edited here');
  return editor;
}

/** The whole edit; renders with each keystroke, so for small components only. */
export function useLineEdit(): LineEdit {
  const { subscribe, edit } = useLineEditor();
  return useSyncExternalStore(subscribe, edit);
}

/** The save under way and the outcome of the last one. */
export function useSaveStatus(): SaveStatus {
  const { subscribe, status } = useLineEditor();
  return useSyncExternalStore(subscribe, status);
}

/** The state of one field; renders when it changes. */
export function useFieldState(key: FieldPath): FieldState {
  const editor = useLineEditor();
  return useSyncExternalStore(editor.subscribe, () => editor.field(key));
}

/** A value derived from the edit; renders only when it changes. */
export function useEditValue<T extends string | number | boolean>(select: (edit: LineEdit) => T): T {
  const { subscribe, edit } = useLineEditor();
  return useSyncExternalStore(subscribe, () => select(edit()));
}

/** How many fields are not saved. */
export function useUnsavedCount(): number {
  return useEditValue(({ changed }) => changed.length);
}

/** The options of the line; renders when they change. */
export function useOptions(): readonly string[] {
  useEditValue(({ values }) => values.option_ids.join('\n'));
  return useLineEditor().edit().values.option_ids;
}

/** All issues of the line; renders when they change. */
export function useIssues(): readonly LineIssue[] {
  const { subscribe, edit } = useLineEditor();
  return useSyncExternalStore(subscribe, () => edit().issues);
}

/** The line as the API has it; null for a new one. */
export function useSavedLine(): OrderLine | null {
  const editor = useLineEditor();
  return useSyncExternalStore(editor.subscribe, () => editor.saved);
}

import type { FieldPath } from '~/domain/fields/field-paths';

/** The focused field, and its selection where the browser gives it. */
export interface FieldFocus {
  readonly key: FieldPath;
  readonly selection: readonly [start: number, end: number] | null;
}

/** Puts the cursor into a field, at once: the form's own way waits for a moment, in which a key would be lost. */
export function goTo(key: FieldPath, selection: FieldFocus['selection'] = null): void {
  // The hidden list behind the page may have fields of the same name.
  const field = [...document.getElementsByName(key)].find((named) => named.checkVisibility());
  field?.focus();
  if (selection && isTextControl(field)) field.setSelectionRange(...selection);
}

/** The focused field; undefined when no field has the focus. */
export function fieldFocus(): FieldFocus | undefined {
  const focused = document.activeElement;
  const key = focused?.getAttribute('name');
  if (!key) return undefined;
  const { selectionStart: start = null, selectionEnd: end = null } = isTextControl(focused) ? focused : {};
  return { key, selection: start === null || end === null ? null : [start, end] };
}

function isTextControl(
  element: Element | null | undefined,
): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

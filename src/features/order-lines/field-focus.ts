import type { LeafKey } from '~/domain/line-leaves';

/** The field that has the focus, and what of its text is selected, where the browser tells. */
export interface FieldFocus {
  readonly key: LeafKey;
  readonly selection: readonly [start: number, end: number] | null;
}

/** Puts the cursor into a field, at once: the form's own way waits for a moment, in which a key would be lost. */
export function goTo(key: LeafKey, selection: FieldFocus['selection'] = null): void {
  // A list that is kept behind the page has fields of the same name.
  const field = [...document.getElementsByName(key)].find((named) => named.checkVisibility());
  field?.focus();
  if (selection && isTextControl(field)) field.setSelectionRange(...selection);
}

/** Where the cursor is; undefined when it is in no field. */
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

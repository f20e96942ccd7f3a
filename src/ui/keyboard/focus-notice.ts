import { isTextInput } from './typing-target';

/** The notice that took the focus last, and the field that had it before. */
let taken: { readonly notice: HTMLElement; readonly field: HTMLElement } | null = null;

/**
 * Gives the focus to what is to be read now. A person may be typing at that moment: the next text key takes
 * the focus back to their field, and is typed there. To be used as a ref, which a newer notice in the same place changes.
 */
export function focusNotice(notice: HTMLElement | null): void {
  if (!notice) return;
  const focused = document.activeElement;
  const field = taken && focused === taken.notice ? taken.field : focused;
  taken = null;
  notice.focus();
  if (!(field instanceof HTMLElement) || !isTextInput(field)) return;
  taken = { notice, field };
  notice.addEventListener('keydown', typeOn);
}

function typeOn(event: KeyboardEvent): void {
  if (!taken || event.target !== taken.notice || !isText(event)) return;
  // It is no shortcut either.
  event.stopPropagation();
  taken.field.focus();
  taken = null;
}

/** A sign, a part of one that is put together, what takes one away, or what is pasted. */
function isText(press: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey } = press;
  if (key.length > 1) return ['Dead', 'Process', 'Backspace', 'Delete'].includes(key);
  const isCommand = (ctrlKey || metaKey) && !press.getModifierState('AltGraph');
  return !isCommand || key === 'v';
}

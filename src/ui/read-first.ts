import { isTypedIn } from './typing';

/** The notice that took the focus last, and the field that had it before. */
let taken: { readonly notice: HTMLElement; readonly field: HTMLElement } | null = null;

/**
 * Gives the focus to what is to be read now. Somebody may be typing at that very moment: the next key that is text takes
 * the focus back to where they typed, and is typed there.
 */
export function readFirst(notice: HTMLElement | null): void {
  const focused = document.activeElement;
  const field = taken && focused === taken.notice ? taken.field : focused;
  taken = null;
  notice?.focus();
  if (!notice || !(field instanceof HTMLElement) || !isTypedIn(field)) return;
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

/** Where keys are text, or choose by it. */
const TYPED_IN = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])';

/** Whether keys that are pressed there are text. */
export function isTextInput(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_IN) !== null;
}

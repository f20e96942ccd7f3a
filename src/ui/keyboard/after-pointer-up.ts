/** What ends a press of the pointer; a finger's is over before the field is left, and the click comes after. */
const ENDS = ['pointerup', 'pointercancel', 'click', 'keydown'] as const;

/**
 * Does something at once, or when the button of the mouse that is being held is up again. A note that appears under a
 * field on leaving it must not move the button that is being pressed.
 */
export function afterPointerUp(act: () => void): void {
  if (!document.querySelector(':active')) {
    act();
    return;
  }
  const over = new AbortController();
  const end = () => {
    over.abort();
    setTimeout(act);
  };
  for (const type of ENDS) addEventListener(type, end, { capture: true, signal: over.signal });
}

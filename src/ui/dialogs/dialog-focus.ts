import { focusFallback } from '~/ui/keyboard/focus-refs';

const open = new Set<HTMLElement>();

/** The page behind a dialog can be neither used nor focused. */
function letPageBeInert(): void {
  document.getElementById('root')?.toggleAttribute('inert', open.size > 0);
}

/** The `ref` of a modal dialog: it takes the focus when it appears, and gives it back before it goes. */
export function takeFocus(dialog: HTMLElement | null): (() => void) | undefined {
  if (!dialog) return undefined;
  const before = document.activeElement;
  // Its first field takes the focus from it in a moment.
  dialog.focus({ preventScroll: true });
  open.add(dialog);
  letPageBeInert();
  const endFallback = focusFallback(dialog);
  return () => {
    endFallback?.();
    open.delete(dialog);
    letPageBeInert();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './Dialog.module.css';
import { isTypedIn } from './typing';
import { useFocusStays } from './use-focus-stays';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** For much to read: as wide as the screen allows. */
  readonly isWide?: boolean;
  /** Asked for by Escape; the dialog is open as long as it is rendered. */
  readonly onClose: () => void;
}

/** The browser's own modal dialog: it keeps the focus inside, and gives it back when it goes. */
export function Dialog({ title, children, isWide = false, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      takeUpTyping();
    };
  }, []);
  useFocusStays(dialog);

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={`${styles['dialog']} ${isWide ? styles['wide'] : ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles['body']}>
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** The browser gives a field its focus back, but not the place in its text: keys would lead nowhere. */
function takeUpTyping(): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !isTypedIn(focused)) return;
  focused.blur();
  focused.focus({ preventScroll: true });
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}

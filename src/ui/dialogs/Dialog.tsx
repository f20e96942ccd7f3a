import { Modal } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Dialog.module.css';
import { takeFocus } from './dialog-focus';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** For much to read: as wide as the screen allows. */
  readonly isWide?: boolean;
  /** Asked for by Escape; the dialog is open as long as it is rendered. */
  readonly onClose: () => void;
}

/** A modal dialog: it keeps the focus inside, and gives it back when it goes. */
export function Dialog({ title, children, isWide = false, onClose }: DialogProps) {
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <Modal.Root
      opened
      centered
      size={isWide ? '72rem' : '34rem'}
      xOffset="1rem"
      yOffset="1rem"
      transitionProps={{ duration: 0 }}
      // Mantine would write a style element, which the content policy refuses.
      lockScroll={false}
      closeOnClickOutside={false}
      // Of two dialogs, Escape closes the upper one.
      closeOnEscape={false}
      // Mantine gives the focus back only from a dialog that stays rendered.
      returnFocus={false}
      classNames={{
        content: styles['content'],
        header: styles['header'],
        title: styles['title'],
        body: styles['body'],
      }}
      onClose={onClose}
      onKeyDown={closeByEscape}
    >
      <Modal.Overlay className={styles['overlay']} onMouseDown={(event) => event.preventDefault()} />
      <Modal.Content ref={takeFocus}>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}

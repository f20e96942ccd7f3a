import { Button } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Menu.module.css';

interface MenuProps {
  readonly label: ReactNode;
  /** What opens; gets the way to close. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a panel below it; Escape, a click elsewhere and leaving it by keyboard close it. */
export function Menu({ label, children }: MenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);

  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const frame = useClickOutside<HTMLDivElement>(() => setIsOpen(false), ['pointerdown', 'focusin']);
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    close();
  };

  return (
    <div role="presentation" className={styles['frame']} ref={frame} onKeyDown={closeByEscape}>
      <Button
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
        <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
          <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      {isOpen && (
        <div id={panelId} className={styles['panel']}>
          {/* oxlint-disable-next-line react/refs -- close is for clicks; nothing calls it while rendering */}
          {children(close)}
        </div>
      )}
    </div>
  );
}

import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
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
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: PointerEvent | FocusEvent) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);

  useEffect(() => {
    const element = frame.current;
    if (!isOpen || !element) return undefined;
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setIsOpen(false);
      button.current?.focus();
    };
    element.addEventListener('keydown', closeByKey);
    return () => element.removeEventListener('keydown', closeByKey);
  }, [isOpen]);

  const close = useCallback(() => {
    setIsOpen(false);
    button.current?.focus();
  }, []);

  return (
    <div className={styles['frame']} ref={frame}>
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

import { useRef, type KeyboardEvent } from 'react';
import type { CellPlace } from '~/domain/import/editing/row-problems';
import styles from './CheckGrid.module.css';

interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  /** `by`: how far the next cell is; null when the focus has gone elsewhere. */
  readonly onCommit: (text: string, by: CellPlace | null) => void;
  readonly onCancel: () => void;
}

/** The text of a cell while it is edited. Shift+Enter makes a line break. */
export function CellEditor({ label, initial, onCommit, onCancel }: CellEditorProps) {
  // Ending the edit takes the focus away, which ends it too.
  const hasEnded = useRef(false);
  const end = (act: () => void) => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    act();
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const by = nextCell(event);
    const { value } = event.currentTarget;
    if (!by && event.key !== 'Escape') return;
    event.preventDefault();
    end(() => (by ? onCommit(value, by) : onCancel()));
  };
  return (
    <textarea
      ref={focusAtEnd}
      className={styles['editor']}
      aria-label={label}
      rows={1}
      defaultValue={initial}
      onKeyDown={handleKey}
      onBlur={({ currentTarget }) => end(() => onCommit(currentTarget.value, null))}
    />
  );
}

function nextCell({ key, shiftKey }: KeyboardEvent): CellPlace | null {
  if (key === 'Enter' && !shiftKey) return { row: 1, column: 0 };
  return key === 'Tab' ? { row: 0, column: shiftKey ? -1 : 1 } : null;
}

function focusAtEnd(input: HTMLTextAreaElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}

import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useEditorMessages } from '~/i18n/I18nProvider';
import styles from './Field.module.css';

/** What a field says of itself besides its value; how that is put on the screen is the same for all inputs. */
export interface FieldNotes {
  readonly label: string;
  /** Why the field cannot be typed in; it stays readable and can be copied. */
  readonly lockedReason?: string | undefined;
  /** Read-only without a note: the page gives the reason for all fields at once. */
  readonly isLocked?: boolean;
  /** What is asked of the field, or explained. */
  readonly hint?: string | undefined;
  /** Doubtful, not wrong. */
  readonly warning?: string | undefined;
  readonly error?: string | undefined;
  /** A class for its place in the grid around it. */
  readonly className?: string | undefined;
}

export function isReadOnlyLock({ lockedReason, isLocked }: FieldNotes): boolean {
  return isLocked === true || lockedReason !== undefined;
}

/** What ties an input to its label and notes. */
interface InputTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly autoComplete: 'off';
  /** Of a read-only field: the person tried to change it. */
  readonly onPaste?: () => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

interface FieldFrameProps {
  readonly notes: FieldNotes;
  readonly children: (ties: InputTies) => ReactNode;
  /** More to act on, right below the input. */
  readonly below?: ReactNode;
}

/** Label above, the input, and what is to be said of it below. */
export function FieldFrame({ notes, children, below }: FieldFrameProps) {
  const { label, lockedReason, hint, warning, error, className } = notes;
  const id = useId();
  const shut = isReadOnlyLock(notes);
  const [wasTried, setWasTried] = useState(false);
  const hasNotes = lockedReason !== undefined || hint !== undefined || warning !== undefined;
  const describedBy = [error === undefined ? '' : `${id}-error`, hasNotes ? `${id}-description` : '']
    .join(' ')
    .trim();
  return (
    <div className={className === undefined ? styles['field'] : `${styles['field']} ${className}`}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error === undefined ? undefined : true,
        autoComplete: 'off',
        ...(shut && {
          onPaste: () => setWasTried(true),
          onBlur: () => setWasTried(false),
          onKeyDown: (event: KeyboardEvent) => isTyping(event) && setWasTried(true),
        }),
      })}
      {lockedReason !== undefined && <LockIcon />}
      {below}
      {shut && wasTried && <Unchanged />}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles['error']}>
          {error}
        </p>
      )}
      {hasNotes && (
        <div id={`${id}-description`}>
          {lockedReason !== undefined && <Note>{lockedReason}</Note>}
          {warning !== undefined && <Note isWarning>{warning}</Note>}
          {hint !== undefined && <Note>{hint}</Note>}
        </div>
      )}
    </div>
  );
}

/** Typing and pasting change nothing here, and it is said. */
function Unchanged() {
  const { locks } = useEditorMessages();
  return (
    <span role="status" className={styles['note']}>
      {locks.unchanged}
    </span>
  );
}

/** Keys that would change a text; those that move in it or copy from it would not. */
function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  // Keys that are named (Tab, ArrowLeft) have long names.
  return key.length === 1 || key === 'Backspace' || key === 'Delete';
}

function Note({
  isWarning = false,
  children,
}: {
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={isWarning ? `${styles['note']} ${styles['warning']}` : styles['note']}>{children}</span>
  );
}

function LockIcon() {
  return (
    <svg className={styles['lock']} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="3" y="7" width="10" height="6.5" rx="1" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </svg>
  );
}

import type { ReactNode } from 'react';
import styles from './Field.module.css';

/** What a field says of itself besides its label; how it is put on the screen is the same for all inputs. */
export interface FieldNotes {
  readonly label: string;
  /** Why the field cannot be typed in; it stays readable and can be copied. */
  readonly lockedReason?: string | undefined;
  /** Shut without a word beside it: the page says why for all fields at once. */
  readonly isLocked?: boolean;
  /** What is asked of the field, or explained. */
  readonly hint?: string | undefined;
  /** Doubtful, not wrong. */
  readonly warning?: string | undefined;
  readonly error?: string | undefined;
}

export function isShut({ lockedReason, isLocked }: FieldNotes): boolean {
  return isLocked === true || lockedReason !== undefined;
}

/** Our styles for the parts of Mantine's inputs. */
export const fieldClasses = {
  root: `${styles['field']}`,
  label: `${styles['label']}`,
  wrapper: `${styles['wrapper']}`,
  input: `${styles['input']}`,
  section: `${styles['section']}`,
  error: `${styles['error']}`,
};

/** The notes as the properties that Mantine's input wrapper has for them. */
export function wrapperProps({ label, lockedReason, hint, warning, error }: FieldNotes) {
  const hasNotes = lockedReason !== undefined || hint !== undefined || warning !== undefined;
  return {
    label,
    error,
    description: hasNotes && (
      <>
        {lockedReason !== undefined && <Note>{lockedReason}</Note>}
        {warning !== undefined && <Note isWarning>{warning}</Note>}
        {hint !== undefined && <Note>{hint}</Note>}
      </>
    ),
    inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const],
  };
}

/** The notes as the properties of a whole input, its wrapper included. */
export function inputProps(notes: FieldNotes) {
  return {
    ...wrapperProps(notes),
    readOnly: isShut(notes),
    autoComplete: 'off',
    rightSection: notes.lockedReason === undefined ? undefined : <LockIcon />,
    classNames: {
      ...fieldClasses,
      ...(notes.lockedReason === undefined ? {} : { wrapper: `${styles['wrapper']} ${styles['locked']}` }),
    },
  };
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

import type { FieldPath } from '~/domain/fields/field-paths';
import { cutText } from '~/features/import/rows/cut-text';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { cellProblems } from '~/features/import/rows/cell-problems';
import type { CheckEntry } from '~/features/import/rows/check-entries';
import styles from './CheckGrid.module.css';
import { DuplicateText } from '~/features/import/rows/DuplicateText';

interface CellDetailProps {
  readonly id: string;
  readonly entry: CheckEntry | undefined;
  readonly field: FieldPath | undefined;
}

/** The cell with the focus in full: where it is, its text, and what is the matter with it. */
export function CellDetail({ id, entry, field }: CellDetailProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  if (!entry || field === undefined) return null;
  const { row } = entry.checked;
  const problems = cellProblems(entry.checked, field, messages);
  const text = row.texts.get(field) ?? '';
  return (
    <div className={styles['detail']}>
      <strong>{importing.cellAt(row.rowNumber, fieldLabel(field, messages))}</strong>
      <span className={styles['text']}>
        {text === '' ? importing.empty : shownText(cutText(text, importing.cut))}
      </span>
      <div id={id} className={styles['problems']}>
        {problems.length === 0 && importing.needsNothing}
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
        <DuplicateText duplicate={entry.duplicate} />
      </div>
    </div>
  );
}

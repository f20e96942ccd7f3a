import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CellEdit } from '~/domain/import/editing/import-edits';
import { cellLevels } from '~/domain/import/editing/row-problems';
import type { FieldPath } from '~/domain/fields/field-paths';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { cellProblems } from '~/features/import/rows/cell-problems';
import type { CheckEntry } from '~/features/import/rows/check-entries';
import styles from './CheckStep.module.css';
import { DuplicateText } from '~/features/import/rows/DuplicateText';
import { RowStateBadge } from '~/features/import/rows/RowStateBadge';

/** Rows that are shown at first, and with each press. */
const ROWS_AT_ONCE = 20;

interface ProblemListProps {
  readonly shown: readonly CheckEntry[];
  readonly onWrite: (edits: readonly CellEdit[]) => void;
  readonly onToggle: (entry: CheckEntry) => void;
}

/** On a narrow screen, in place of the grid: the rows with a problem, each field with an input to mend it. */
export function ProblemList({ shown, onWrite, onToggle }: ProblemListProps) {
  const { importing } = useAllMessages();
  const [most, setMost] = useState(ROWS_AT_ONCE);
  // A field that is mended stays as long as the list: its input has the focus.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const fieldsOf = ({ checked }: CheckEntry): readonly FieldPath[] => {
    const open = [...cellLevels(checked)].flatMap(([field, level]) => (level === 'info' ? [] : [field]));
    const mended = [...touched].flatMap((key) => {
      const [row, field] = key.split(' ');
      return Number(row) === checked.row.rowNumber && field !== undefined ? [field] : [];
    });
    return [...new Set([...mended, ...open])];
  };
  const rows = shown
    .map((entry) => ({ entry, fields: fieldsOf(entry) }))
    .filter(
      ({ entry, fields }) => fields.length > 0 || entry.duplicate !== null || entry.state === 'left-out',
    );
  const rest = rows.length - most;
  if (rows.length === 0) return <p>{importing.noProblems}</p>;
  return (
    <>
      <ul aria-label={importing.problems} className={styles['list']}>
        {rows.slice(0, most).map(({ entry, fields }) => (
          <ProblemRow
            key={entry.checked.row.rowNumber}
            {...{ entry, fields }}
            onToggle={() => onToggle(entry)}
            onWrite={(field, text) => {
              const row = entry.checked.row.rowNumber;
              setTouched(new Set([...touched, `${row} ${field}`]));
              onWrite([{ row, field, text }]);
            }}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {importing.moreProblems(Math.min(rest, ROWS_AT_ONCE))}
        </Button>
      )}
    </>
  );
}

interface ProblemRowProps {
  readonly entry: CheckEntry;
  readonly fields: readonly FieldPath[];
  readonly onWrite: (field: FieldPath, text: string) => void;
  readonly onToggle: () => void;
}

function ProblemRow({ entry, fields, onWrite, onToggle }: ProblemRowProps) {
  const messages = useAllMessages();
  const { importing } = messages;
  const { row } = entry.checked;
  return (
    <li>
      <div role="group" aria-label={importing.problemsOf(row.rowNumber)} className={styles['problemRow']}>
        <div className={styles['problemHead']}>
          <strong>{importing.problemsOf(row.rowNumber)}</strong>
          <RowStateBadge state={entry.state} />
          <Button variant="subtle" onClick={onToggle}>
            {entry.state === 'left-out' ? importing.takeIn : importing.leaveOut}
          </Button>
        </div>
        <DuplicateText duplicate={entry.duplicate} />
        {entry.state !== 'left-out' &&
          fields.map((field) => (
            <ProblemInput
              key={field}
              label={fieldLabel(field, messages)}
              text={row.texts.get(field) ?? ''}
              problems={cellProblems(entry.checked, field, messages)}
              onWrite={(text) => onWrite(field, text)}
            />
          ))}
      </div>
    </li>
  );
}

interface ProblemInputProps {
  readonly label: string;
  readonly text: string;
  readonly problems: readonly string[];
  readonly onWrite: (text: string) => void;
}

/** Its text counts when the input is left or Enter is pressed: each letter would be a step to undo. */
function ProblemInput({ label, text, problems, onWrite }: ProblemInputProps) {
  const finish = (input: HTMLInputElement) => {
    if (input.value !== text) onWrite(input.value);
  };
  return (
    <TextInput
      // An undone edit shows the text before.
      key={text}
      label={label}
      defaultValue={text}
      error={problems.length > 0 && problems.join(' · ')}
      onBlur={({ currentTarget }) => finish(currentTarget)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') finish(currentTarget);
      }}
    />
  );
}

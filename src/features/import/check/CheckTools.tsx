import { Button } from '@mantine/core';
import { useState, type Dispatch } from 'react';
import type { FieldPath } from '~/domain/fields/field-paths';
import type { ImportEditAction, ImportEdits } from '~/domain/import/editing/import-edits';
import { useAllMessages } from '~/i18n/I18nProvider';
import type { CheckEntry } from '~/features/import/rows/check-entries';
import styles from './CheckStep.module.css';
import { ReplaceDialog } from './ReplaceDialog';
import type { Grid } from '~/features/import/grid/use-grid';

interface CheckToolsProps {
  readonly grid: Grid;
  readonly shown: readonly CheckEntry[];
  readonly field: FieldPath | undefined;
  readonly edits: ImportEdits;
  readonly dispatch: Dispatch<ImportEditAction>;
}

/** What can be done in the grid, for those who do not know its keys. */
export function CheckTools({ grid, shown, field, edits, dispatch }: CheckToolsProps) {
  const { importing } = useAllMessages();
  const [isReplacing, setIsReplacing] = useState(false);
  const isLeftOut = shown[grid.cursor.focus.row]?.state === 'left-out';
  return (
    <div role="group" aria-label={importing.checkTitle} className={styles['tools']}>
      <Button aria-keyshortcuts="F8" onClick={() => grid.goToProblem(1)}>
        {importing.next}
      </Button>
      <Button aria-keyshortcuts="Shift+F8" onClick={() => grid.goToProblem(-1)}>
        {importing.previous}
      </Button>
      <EditSteps {...{ edits, dispatch }} />
      <Button aria-keyshortcuts="Control+D" onClick={grid.fill}>
        {importing.fill}
      </Button>
      <Button onClick={() => setIsReplacing(true)}>{importing.replace}</Button>
      <Button
        onClick={() => {
          const rows = grid.selectedRows();
          dispatch({ type: isLeftOut ? 'take-in' : 'leave-out', rows });
        }}
      >
        {isLeftOut ? importing.takeIn : importing.leaveOut}
      </Button>
      {isReplacing && field !== undefined && (
        <ReplaceDialog
          field={field}
          rows={shown.map(({ checked }) => checked.row)}
          onReplace={grid.replaced}
          onClose={() => setIsReplacing(false)}
        />
      )}
    </div>
  );
}

/** Takes back what was done, and does it again. */
export function EditSteps({ edits, dispatch }: Pick<CheckToolsProps, 'edits' | 'dispatch'>) {
  const { importing } = useAllMessages();
  return (
    <>
      <Button
        aria-keyshortcuts="Control+Z"
        disabled={edits.past.length === 0}
        onClick={() => dispatch({ type: 'undo' })}
      >
        {importing.undo}
      </Button>
      <Button
        aria-keyshortcuts="Control+Y"
        disabled={edits.future.length === 0}
        onClick={() => dispatch({ type: 'redo' })}
      >
        {importing.redo}
      </Button>
    </>
  );
}

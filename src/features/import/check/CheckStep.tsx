import { Button } from '@mantine/core';
import { memo, useId, useRef, type ReactNode } from 'react';
import type { CellEdit } from '~/domain/import/editing/import-edits';
import { toFieldText } from '~/domain/import/field-text';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useNarrow } from '~/ui/browser/use-narrow';
import { Panel } from '~/ui/panel/Panel';
import { CellDetail } from '~/features/import/grid/CellDetail';
import { CheckFilters } from './CheckFilters';
import { CheckGrid } from '~/features/import/grid/CheckGrid';
import styles from './CheckStep.module.css';
import { CheckTools, EditSteps } from './CheckTools';
import { ColumnProposals } from './ColumnProposals';
import type { CheckEntry } from '~/features/import/rows/check-entries';
import { DuplicateNotices } from './DuplicateNotices';
import { ProblemList } from './ProblemList';
import { useCheck, type CheckedSheet } from './use-check';
import { useGrid } from '~/features/import/grid/use-grid';

interface CheckStepProps {
  readonly of: CheckedSheet;
  readonly onToColumns: () => void;
  /** What follows the check, from its rows. */
  readonly children: (entries: readonly CheckEntry[]) => ReactNode;
}

/** The rows by the rules of the editor of a line, to be mended before anything is created. */
export function CheckStep({ of, onToColumns, children }: CheckStepProps) {
  const { importing } = useAllMessages();
  const { edits, dispatch } = of;
  const check = useCheck(of);
  return (
    <>
      <Panel
        title={importing.checkTitle}
        aside={<Button onClick={onToColumns}>{importing.changeColumns}</Button>}
      >
        <div className={styles['step']} tabIndex={-1} ref={beginHere}>
          <ColumnProposals
            proposals={check.proposals}
            choices={edits.present.choices}
            onChoose={(choices) => dispatch({ type: 'choose', choices })}
          />
          <DuplicateNotices
            entries={check.entries}
            onLeaveOut={(rows) => dispatch({ type: 'leave-out', rows })}
          />
          {check.entries.length === 0 ? (
            <p>{importing.noRows}</p>
          ) : (
            <>
              <CheckFilters entries={check.entries} filter={check.filter} onChoose={check.chooseFilter} />
              {check.shown.length === 0 ? (
                <p role="status">{importing.noneShown}</p>
              ) : (
                <Rows {...{ edits, dispatch }} shown={check.shown} fields={check.fields} />
              )}
            </>
          )}
        </div>
      </Panel>
      {children(check.entries)}
    </>
  );
}

/** The button that led here is gone, and the keyboard goes on at the top of the check. */
function beginHere(element: HTMLElement | null): void {
  if (!element || document.activeElement !== document.body) return;
  element.focus({ preventScroll: true });
  element.parentElement?.parentElement?.scrollIntoView();
}

interface RowsProps
  extends Pick<CheckedSheet, 'edits' | 'dispatch'>, Pick<ReturnType<typeof useCheck>, 'shown' | 'fields'> {}

/** Hundreds of cells are not drawn again when the rows are compared and nothing is found. */
const Rows = memo(function Rows(props: RowsProps) {
  return useNarrow() ? <NarrowRows {...props} /> : <GridOfRows {...props} />;
});

function GridOfRows({ edits, dispatch, shown, fields }: RowsProps) {
  const { importing } = useAllMessages();
  const detailId = useId();
  const { dateOrder } = edits.present.choices;
  const ref = useRef<HTMLDivElement>(null);
  const grid = useGrid({ ref, shown, fields, dateOrder, dispatch });
  const { focus } = grid.cursor;
  const field = fields[focus.column];
  return (
    <>
      <CheckTools {...{ grid, shown, field, edits, dispatch }} />
      <CheckGrid
        {...{ ref, shown, fields, grid, detailId }}
        onUndo={() => dispatch({ type: 'undo' })}
        onRedo={() => dispatch({ type: 'redo' })}
      />
      <CellDetail id={detailId} entry={shown[focus.row]} field={field} />
      <p role="status" className={styles['said']}>
        {grid.said}
      </p>
      <p className={styles['hint']}>{importing.gridHint}</p>
    </>
  );
}

function NarrowRows({ edits, dispatch, shown }: RowsProps) {
  const { dateOrder } = edits.present.choices;
  const write = (cells: readonly CellEdit[]) =>
    dispatch({
      type: 'write',
      cells: cells.map((cell) => ({ ...cell, text: toFieldText(cell.field, cell.text, dateOrder) })),
    });
  return (
    <>
      <div className={styles['tools']}>
        <EditSteps {...{ edits, dispatch }} />
      </div>
      <ProblemList
        shown={shown}
        onWrite={write}
        onToggle={({ state, checked }) =>
          dispatch({ type: state === 'left-out' ? 'take-in' : 'leave-out', rows: [checked.row.rowNumber] })
        }
      />
    </>
  );
}

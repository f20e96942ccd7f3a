import { useState } from 'react';
import type { Cart } from '~/contract/cart';
import { CheckStep } from '~/features/import/check/CheckStep';
import { ColumnsStep } from '~/features/import/columns/ColumnsStep';
import { today } from '~/features/order-lines/labels/today';
import { CreateLines } from './CreateLines';
import { EditsGuard } from './EditsGuard';
import { ReadRows } from './ReadRows';
import { RowsStep } from './RowsStep';
import { SheetChoice } from './SheetChoice';
import { useImport } from './use-import';

interface ImportStepsProps {
  readonly cart: Cart;
  readonly cartName: string;
}

/** The steps of an import, one below the other. A step that is done shows what came of it. */
export function ImportSteps({ cart, cartName }: ImportStepsProps) {
  // The day of the start: a check at midnight does not change under the hands.
  const [day] = useState(today);
  const page = useImport(day);
  const { source, table, step, edits, dispatch } = page;
  const name = source.phase === 'read' ? source.source.name : '';
  if (table && step === 'check')
    return (
      <>
        <EditsGuard edits={edits} />
        <ReadRows {...{ name, table, edits }} onOthers={page.startAgain} />
        <CheckStep
          of={{ cart, day, ...table, choices: page.choices, reader: page.reader, edits, dispatch }}
          onToColumns={page.toColumns}
        >
          {(entries) => <CreateLines {...{ cart, cartName, entries }} sourceName={name} />}
        </CheckStep>
      </>
    );
  return (
    <>
      <EditsGuard edits={edits} />
      <RowsStep source={source} onFile={page.readFile} onText={page.readText} onCancel={page.startAgain} />
      {source.phase === 'read' && table && (
        <>
          <SheetChoice
            name={name}
            file={source.source.file}
            table={table}
            onSheet={page.chooseSheet}
            onHiddenRows={page.chooseHiddenRows}
          />
          <ColumnsStep
            {...table}
            isChecking={step === 'checking'}
            onHeaderRow={page.chooseHeaderRow}
            onField={page.chooseField}
            onCheck={page.check}
          />
        </>
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { hasEdits, type ImportEdits } from '~/domain/import/editing/import-edits';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { Panel } from '~/ui/panel/Panel';
import { LoseEditsDialog } from './LoseEditsDialog';
import type { ImportTable } from './use-import';

interface ReadRowsProps {
  readonly name: string;
  readonly table: ImportTable;
  readonly edits: ImportEdits;
  readonly onOthers: () => void;
}

/** The rows that were read, and the way to others. Edits are not lost without a question. */
export function ReadRows({ name, table: { sheet, headerRow }, edits, onOthers }: ReadRowsProps) {
  const { importing } = useAllMessages();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Panel
      title={importing.rowsTitle}
      aside={
        <Button onClick={() => (hasEdits(edits) ? setIsAsking(true) : onOthers())}>{importing.others}</Button>
      }
    >
      <p>{importing.read(shownText(name), sheet.rows.length - headerRow - 1)}</p>
      {isAsking && (
        <LoseEditsDialog
          title={importing.otherRowsTitle}
          action={importing.otherRows}
          count={edits.past.length}
          onStay={() => setIsAsking(false)}
          onLose={onOthers}
        />
      )}
    </Panel>
  );
}

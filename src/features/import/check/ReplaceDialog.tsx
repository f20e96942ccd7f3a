import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FieldPath } from '~/domain/fields/field-paths';
import { replaceInColumn } from '~/domain/import/editing/fills';
import type { CellEdit } from '~/domain/import/editing/import-edits';
import type { ImportRow } from '~/domain/import/read-rows';
import { fieldLabel } from '~/i18n/field-label';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import styles from './CheckStep.module.css';

interface ReplaceDialogProps {
  readonly field: FieldPath;
  /** The rows that are shown. */
  readonly rows: readonly ImportRow[];
  readonly onReplace: (edits: readonly CellEdit[]) => void;
  readonly onClose: () => void;
}

/** Replaces a text in one column of the rows shown. Says how many cells change before it does. */
export function ReplaceDialog({ field, rows, onReplace, onClose }: ReplaceDialogProps) {
  const messages = useAllMessages();
  const { importing, common } = messages;
  const [order, setOrder] = useState({ find: '', by: '', isWhole: false });
  const edits = replaceInColumn(rows, field, order);
  const change = (changes: Partial<typeof order>) => setOrder({ ...order, ...changes });
  return (
    <Dialog title={importing.replaceTitle(fieldLabel(field, messages))} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onReplace(edits);
          onClose();
        }}
      >
        <TextInput
          label={importing.find}
          value={order.find}
          onChange={({ currentTarget }) => change({ find: currentTarget.value })}
        />
        <TextInput
          label={importing.replaceBy}
          value={order.by}
          onChange={({ currentTarget }) => change({ by: currentTarget.value })}
        />
        <Checkbox
          label={importing.wholeCell}
          checked={order.isWhole}
          onChange={({ currentTarget }) => change({ isWhole: currentTarget.checked })}
        />
        <p role="status">{importing.replaceCount(edits.length)}</p>
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="filled" type="submit" disabled={edits.length === 0}>
            {importing.replaceNow}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

import type { CPE_FIELDS } from '~/domain/fields/offer-rules';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { useLineEditor } from '~/features/order-lines/edit-state/use-line-editor';

interface RemoveCpeDialogProps {
  /** The CPE numbers that would be emptied. */
  readonly fields: readonly (typeof CPE_FIELDS)[number][];
  readonly onEmpty: () => void;
  readonly onClose: () => void;
}

/** Asks before option 7021 goes and takes the CPE numbers with it. */
export function RemoveCpeDialog({ fields, onEmpty, onClose }: RemoveCpeDialogProps) {
  const { common, lineFields, cpe } = useAllMessages();
  const { getValues } = useLineEditor().form;
  return (
    <Dialog title={cpe.title} onClose={onClose}>
      <p>{cpe.text}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            {lineFields[field]} <strong>{getValues(field)}</strong>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button variant="outline" color="bad" onClick={onEmpty}>
          {cpe.empty}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

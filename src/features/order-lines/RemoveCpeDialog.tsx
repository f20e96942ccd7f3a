import { useFormContext } from 'react-hook-form';
import type { CPE_FIELDS } from '~/domain/offer-rules';
import { useEntryMessages } from '~/i18n/entry-messages';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import type { LineFormValues } from './line-form-values';

interface RemoveCpeDialogProps {
  /** The CPE numbers that would be emptied. */
  readonly fields: readonly (typeof CPE_FIELDS)[number][];
  readonly onEmpty: () => void;
  readonly onClose: () => void;
}

/** Asks before option 7021 goes and takes the CPE numbers with it. */
export function RemoveCpeDialog({ fields, onEmpty, onClose }: RemoveCpeDialogProps) {
  const { common, lineFields } = useAllMessages();
  const { cpe } = useEntryMessages();
  const { getValues } = useFormContext<LineFormValues>();
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
        <Button look="danger" onClick={onEmpty}>
          {cpe.empty}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

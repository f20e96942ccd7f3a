import type { OrderLine } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { lineName } from '~/features/order-lines/display/LineName';
import { LineSummary } from '~/features/order-lines/summary/LineSummary';

interface LineAtAGlanceProps {
  readonly line: OrderLine;
  readonly onClose: () => void;
}

/** Everything that is filled on a line as it is saved, to be read on one screen. */
export function LineAtAGlance({ line, onClose }: LineAtAGlanceProps) {
  const messages = useEditorMessages();
  return (
    <Dialog title={lineName(line, messages)} isWide onClose={onClose}>
      <LineSummary line={line} />
      <DialogActions>
        <Button onClick={onClose}>{messages.common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

import type { OrderLine } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { lineName } from './LineName';
import { LineSummary } from './LineSummary';

interface LineAtAGlanceProps {
  readonly line: OrderLine;
  readonly onClose: () => void;
}

/** Everything that is filled on a line as it is saved, to be read on one screen. */
export function LineAtAGlance({ line, onClose }: LineAtAGlanceProps) {
  const messages = useAllMessages();
  return (
    <Dialog title={lineName(line, messages)} isWide onClose={onClose}>
      <LineSummary line={line} />
      <DialogActions>
        <Button onClick={onClose}>{messages.common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

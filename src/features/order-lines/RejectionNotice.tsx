import type { OrderLine } from '~/contract/order-line';
import type { LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import type { KeptRejections } from './kept-rejections';
import { RejectionList } from './RejectionList';

interface RejectionNoticeProps {
  readonly line: OrderLine;
  /** What was refused on the line that this one was copied from. */
  readonly kept: KeptRejections;
  readonly onGoTo: (key: LeafKey) => void;
}

/** What the operator refused on a line, or on the one that it was copied from; each point leads to its field. */
export function RejectionNotice({ line, kept, onGoTo }: RejectionNoticeProps) {
  const { linePage } = useAllMessages();
  const { rejected } = useOrderMessages();
  const isCopy = line.termination_error.length === 0;
  const errors = isCopy
    ? Object.entries(kept).map(([key, code]) => ({ code, property_path: key, value: '' }))
    : line.termination_error;
  return (
    <Notice tone="bad" title={isCopy ? rejected.copiedTitle : linePage.rejectedTitle}>
      {isCopy && <p>{rejected.copiedText}</p>}
      <RejectionList
        errors={errors}
        wayTo={(key, name) => (
          <Button look="quiet" onClick={() => onGoTo(key)}>
            {name}
          </Button>
        )}
      />
    </Notice>
  );
}

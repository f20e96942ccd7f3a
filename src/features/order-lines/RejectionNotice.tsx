import type { OrderLine } from '~/contract/order-line';
import type { LeafKey } from '~/domain/line-leaves';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import type { KeptRejections } from './kept-rejections';
import { leafLabel } from './line-labels';
import { RejectionDetail } from './RejectionDetail';
import { rejectedLeaf } from './rejection-texts';

interface RejectionNoticeProps {
  readonly line: OrderLine;
  /** What was refused on the line that this one was copied from. */
  readonly kept: KeptRejections;
  readonly onGoTo: (key: LeafKey) => void;
}

/** What the operator refused on a line, or on the one that it was copied from; each point leads to its field. */
export function RejectionNotice({ line, kept, onGoTo }: RejectionNoticeProps) {
  const messages = useAllMessages();
  const { rejected } = useOrderMessages();
  const isCopy = line.termination_error.length === 0;
  const errors = isCopy
    ? Object.entries(kept).map(([key, code]) => ({ code, property_path: key, value: '' }))
    : line.termination_error;
  return (
    <Notice tone="bad" title={isCopy ? rejected.copiedTitle : messages.linePage.rejectedTitle}>
      {isCopy && <p>{rejected.copiedText}</p>}
      <ul>
        {errors.map((error, index) => {
          const key = rejectedLeaf(error);
          return (
            <li key={`${error.code} ${error.property_path} ${index}`}>
              <RejectionDetail
                error={error}
                field={
                  key && (
                    <Button look="quiet" onClick={() => onGoTo(key)}>
                      {leafLabel(key, messages)}
                    </Button>
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

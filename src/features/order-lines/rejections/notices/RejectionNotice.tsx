import type { OrderLine } from '~/contract/order-line';
import { useEditorMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';
import type { StoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { RejectionList, type RejectionListProps } from './RejectionList';

interface RejectionNoticeProps extends Pick<RejectionListProps, 'wayTo'> {
  readonly line: OrderLine;
  /** What was refused on the line that this one was copied from. */
  readonly stored: StoredRejections;
}

/** What the operator refused on a line, or on the one that it was copied from; each point leads to its field. */
export function RejectionNotice({ line, stored, wayTo }: RejectionNoticeProps) {
  const { linePage, rejected } = useEditorMessages();
  const isCopy = line.termination_error.length === 0;
  const errors = isCopy
    ? Object.entries(stored).map(([key, code]) => ({ code, property_path: key, value: '' }))
    : line.termination_error;
  return (
    <Notice tone="bad" title={isCopy ? rejected.copiedTitle : linePage.rejectedTitle}>
      {isCopy && <p>{rejected.copiedText}</p>}
      <RejectionList errors={errors} wayTo={wayTo} />
    </Notice>
  );
}

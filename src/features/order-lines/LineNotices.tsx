import { lazy, Suspense } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { draftExpiry } from '~/domain/draft-expiry';
import type { LeafKey } from '~/domain/line-leaves';
import { isCancelled, isDraft } from '~/domain/order-line-lifecycle';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/Notice';
import { useKeptRejections } from './kept-rejections';
import { useNow } from '~/ui/use-now';

/** Few lines were rejected: what is said of it comes with the first. */
const RejectionNotice = lazy(() =>
  import('./RejectionNotice').then(({ RejectionNotice }) => ({ default: RejectionNotice })),
);

interface LineNoticesProps {
  readonly line: OrderLine;
  readonly onGoTo: (key: LeafKey) => void;
}

/** What a person has to know before reading a line: that it is only followed, why it was rejected, that it expires. */
export function LineNotices({ line, onGoTo }: LineNoticesProps) {
  const { linePage } = useAllMessages();
  const { date } = useFormats();
  const kept = useKeptRejections(line.id);
  const isCopy = isDraft(line) && Object.keys(kept).length > 0;
  const expiry = draftExpiry(line, useNow());
  return (
    <>
      {(line.termination_error.length > 0 || isCopy) && (
        <Suspense>
          <RejectionNotice line={line} kept={kept} onGoTo={onGoTo} />
        </Suspense>
      )}
      {isCancelled(line) && (
        <Notice tone="bad" title={linePage.cancelledText}>
          {line.cancellation_reason !== '' && <p>{line.cancellation_reason}</p>}
        </Notice>
      )}
      {!isDraft(line) && (
        <Notice tone="neutral">
          <p>{linePage.readOnly}</p>
        </Notice>
      )}
      {expiry?.status === 'soon' && (
        <Notice tone="warning">
          <p>{linePage.expiresSoon(date(expiry.at.toISOString()))}</p>
        </Notice>
      )}
      {expiry?.status === 'expired' && (
        <Notice tone="bad">
          <p>{linePage.expired(date(expiry.at.toISOString()))}</p>
        </Notice>
      )}
    </>
  );
}

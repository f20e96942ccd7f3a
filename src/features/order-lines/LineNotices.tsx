import type { OrderLine } from '~/contract/order-line';
import { draftExpiry } from '~/domain/draft-expiry';
import type { LeafKey } from '~/domain/line-leaves';
import { isCancelled, isDraft } from '~/domain/order-line-lifecycle';
import { useFormats, useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { Notice } from '~/ui/Notice';
import { leafLabel } from './line-labels';
import { rejectedLeaf } from './rejections';
import { useNow } from '~/ui/use-now';

interface LineNoticesProps {
  readonly line: OrderLine;
  readonly onGoTo: (key: LeafKey) => void;
}

/** What a person has to know before reading a line: that it is only followed, why it was rejected, that it expires. */
export function LineNotices({ line, onGoTo }: LineNoticesProps) {
  const messages = useAllMessages();
  const { linePage } = messages;
  const { date } = useFormats();
  const expiry = draftExpiry(line, useNow());
  return (
    <>
      {line.termination_error.length > 0 && (
        <Notice tone="bad" title={linePage.rejectedTitle}>
          <ul>
            {line.termination_error.map((error, index) => {
              const key = rejectedLeaf(error);
              return (
                <li key={`${error.code} ${error.property_path} ${index}`}>
                  <strong>{error.code}</strong>{' '}
                  {key ? (
                    <Button look="quiet" onClick={() => onGoTo(key)}>
                      {leafLabel(key, messages)}
                    </Button>
                  ) : (
                    error.property_path !== '' && linePage.errorAt(error.property_path)
                  )}{' '}
                  {error.value !== '' && linePage.errorValue(error.value)}
                </li>
              );
            })}
          </ul>
        </Notice>
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

import { Suspense } from 'react';
import type { OrderLine } from '~/contract/order-line';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { Notice } from '~/ui/feedback/Notice';
import { useNow } from '~/ui/browser/use-now';
import { goTo } from '~/features/order-lines/edit-state/field-focus';
import { useStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { LazyRejectionNotice } from '~/features/order-lines/rejections/notices/lazy';
import { LazyCartLockNotice, LazyUnknownCartNotice } from './lazy';

/** What a person has to know before editing a draft: that its cart is locked, what was rejected before, that it expires. */
export function DraftNotices({ line }: { readonly line: OrderLine }) {
  const { linePage } = useEditorMessages();
  const { date } = useFormats();
  const stored = useStoredRejections(line.id);
  const expiry = draftExpiry(line, useNow());
  return (
    <>
      <Suspense>
        {line.product_order_id === '' ? (
          <LazyUnknownCartNotice />
        ) : (
          <LazyCartLockNotice cartId={line.product_order_id} lineId={line.id} />
        )}
      </Suspense>
      {line.termination_error.length + Object.keys(stored).length > 0 && (
        <Suspense>
          <LazyRejectionNotice
            line={line}
            stored={stored}
            wayTo={(key, name) => (
              <Button variant="subtle" onClick={() => goTo(key)}>
                {name}
              </Button>
            )}
          />
        </Suspense>
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

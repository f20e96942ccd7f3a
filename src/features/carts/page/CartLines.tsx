import { Suspense, useMemo, useState } from 'react';
import type { Cart } from '~/contract/cart';
import { draftExpiry } from '~/domain/lifecycles/draft-expiry';
import type { CartReadiness } from '~/domain/lines/confirmation-readiness';
import { LazyDuplicateRow } from '~/features/carts/copy/lazy';
import { useLinkPreload } from '~/features/lists/use-link-preload';
import { useAllStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { useAllMessages } from '~/i18n/I18nProvider';
import { useNow } from '~/ui/browser/use-now';
import { EmptyState } from '~/ui/feedback/EmptyState';
import { Panel } from '~/ui/panel/Panel';
import { DataTable } from '~/ui/table/DataTable';
import { AddLineButton } from './CartActions';
import { useCartLineColumns } from './cart-line-columns';

interface CartLinesProps {
  readonly cart: Cart;
  readonly readiness: CartReadiness;
  readonly isEditable: boolean;
}

/** The lines of a cart; of a draft also what each misses, and how many are ready. */
export function CartLines({ cart, readiness, isEditable }: CartLinesProps) {
  const { cartPage } = useAllMessages();
  const expiredIds = useExpiredIds(cart);
  const [duplicated, setDuplicated] = useState<string | null>(null);
  const columns = useCartLineColumns(isEditable, expiredIds, setDuplicated);
  const rows = useRows(cart, readiness);
  const preload = useLinkPreload();
  const isEmpty = cart.lines.length === 0;
  return (
    <Panel
      title={cartPage.lines}
      flush
      aside={isEditable && !isEmpty && <ReadyCount {...{ cart, readiness, expiredIds }} />}
    >
      {isEmpty ? (
        <EmptyState
          title={cartPage.noLinesTitle}
          text={cartPage.noLinesText}
          action={isEditable && <AddLineButton cartId={cart.id} />}
        />
      ) : (
        <DataTable onHover={preload} flush caption={cartPage.linesCaption} columns={columns} rows={rows} />
      )}
      <Suspense>
        {duplicated !== null && <LazyDuplicateRow lineId={duplicated} onClose={() => setDuplicated(null)} />}
      </Suspense>
    </Panel>
  );
}

interface ReadyCountProps {
  readonly cart: Cart;
  readonly readiness: CartReadiness;
  readonly expiredIds: ReadonlySet<string>;
}

/** Lines with a value that was rejected before are not in the way of an order, and not called ready either. */
function ReadyCount({ cart, readiness, expiredIds }: ReadyCountProps) {
  const { cartPage, rejected } = useAllMessages();
  const rejectedBefore = useAllStoredRejections();
  const complete = readiness.lines.filter(
    ({ line, blocking }) => blocking.length === 0 && !expiredIds.has(line.id),
  );
  const doubtful = complete.filter(({ line }) => line.id in rejectedBefore).length;
  return (
    <span>
      {cartPage.readiness(complete.length - doubtful, cart.lines.length)}
      {doubtful > 0 && `, ${rejected.count(doubtful)}`}
    </span>
  );
}

/** One row for each line; a line that cannot be read says so. */
function useRows(cart: Cart, readiness: CartReadiness) {
  const { lists } = useAllMessages();
  return useMemo(() => {
    const byLine = new Map(readiness.lines.map((entry) => [entry.line.id, entry]));
    return cart.lines.map((row, index) => {
      const entry = row.ok ? byLine.get(row.value.id) : undefined;
      if (entry) return { key: entry.line.id, row: entry };
      return {
        key: String(index),
        unreadable: row.ok ? lists.unreadable : `${lists.unreadable} ${row.id}`,
      };
    });
  }, [cart, readiness, lists]);
}

/** Drafts that have expired are nothing to be called ready. */
function useExpiredIds(cart: Cart): ReadonlySet<string> {
  const now = useNow();
  const expired = cart.lines
    .flatMap((row) => (row.ok && draftExpiry(row.value, now)?.status === 'expired' ? [row.value.id] : []))
    .join(' ');
  return useMemo(() => new Set(expired.split(' ')), [expired]);
}

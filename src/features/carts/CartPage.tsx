import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { isApiError } from '~/api/api-error';
import { cartQueries, type CartReading } from '~/api/carts';
import { UNLESS_FAILED } from '~/api/query-client';
import { usePendingConfirmation } from '~/api/pending-confirmations';
import type { Cart } from '~/contract/cart';
import { draftExpiry } from '~/domain/draft-expiry';
import { isDraft } from '~/domain/order-line-lifecycle';
import { useOrderMessages } from '~/i18n/order-messages';
import { cartReadiness } from '~/domain/confirmation-readiness';
import { useEveryKeptRejection } from '~/features/order-lines/kept-rejections';
import { today } from '~/features/order-lines/today';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { DataTable } from '~/ui/DataTable';
import { EmptyState } from '~/ui/EmptyState';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Loading } from '~/ui/Loading';
import { Notice } from '~/ui/Notice';
import { Page } from '~/ui/Page';
import { useNow } from '~/ui/use-now';
import { Panel } from '~/ui/Panel';
import { CheckingNotice } from './CheckingNotice';
import { CartGaps } from './CartGaps';
import { CartGone } from './CartGone';
import { CartHead, ExpiredNotice } from './CartHead';
import { CartHistory } from './CartHistory';
import { useCartLineColumns } from './cart-line-columns';
import { cartName } from './cart-name';
import { usePreload } from '~/features/order-lines/use-preload';
import styles from './CartPage.module.css';
import { CartReferencesPanel } from './CartReferencesPanel';
import { CartStateBadge } from './CartStateBadge';
import { DuplicateCart } from './DuplicateCart';
import { DeleteCartDialog } from './DeleteCartDialog';
import { LeftCreations } from './LeftCreations';
import { OutcomePanel } from './OutcomePanel';

const KeptNewLine = lazy(() =>
  import('~/features/order-lines/KeptNewLine').then(({ KeptNewLine }) => ({ default: KeptNewLine })),
);

const DuplicateRow = lazy(() =>
  import('./DuplicateRow').then(({ DuplicateRow }) => ({ default: DuplicateRow })),
);

const route = getRouteApi('/carts/$cartId');

/** One cart: its references, its lines and what each misses; after confirmation what became of it. */
export function CartPage() {
  const { cartId } = route.useParams();
  const { cartPage } = useAllMessages();
  const {
    data: reading,
    error,
    dataUpdatedAt,
    isFetching,
    refetch,
  } = useQuery({
    ...cartQueries.detail(cartId),
    ...UNLESS_FAILED,
  });
  const readAgain = () => void refetch();
  const isGone = error !== null && isApiError(error) && error.kind === 'not-found';
  // What became of an order is still worth reading; a draft that is gone has nothing left to offer.
  if (isGone && (!reading || reading.standing.state === 'created')) return <CartGone error={error} />;
  if (reading) {
    return (
      <CartView
        reading={reading}
        readError={error}
        readAt={new Date(dataUpdatedAt)}
        isReading={isFetching}
        onReadAgain={readAgain}
      />
    );
  }
  if (!error) return <Loading />;
  return (
    <Page title={cartPage.lines}>
      <FailureNotice error={error} of="read" onRetry={readAgain} />
    </Page>
  );
}

interface CartViewProps {
  readonly reading: CartReading;
  readonly readError: Error | null;
  readonly readAt: Date;
  readonly isReading: boolean;
  readonly onReadAgain: () => void;
}

function CartView({ reading, readError, readAt, isReading, onReadAgain }: CartViewProps) {
  const messages = useAllMessages();
  const { cartPage, lists } = messages;
  const { cart, standing } = reading;
  const day = today();
  const readiness = useMemo(() => cartReadiness(cart, day), [cart, day]);
  const pending = usePendingConfirmation(cart.id);
  const orders = useOrderMessages();
  const now = useNow();
  const isDraftCart = standing.state === 'created';
  // Whatever the API calls the cart: a line that has moved on makes it more than a draft.
  const hasDraftsOnly = cart.lines.every((row) => !row.ok || isDraft(row.value));
  // While nobody knows whether it was placed, nothing is offered that would take it for a draft.
  const isEditable = isDraftCart && hasDraftsOnly && pending === null;
  const preload = usePreload();
  const expiredIds = useExpiredIds(cart, now);
  const [duplicated, setDuplicated] = useState<string | null>(null);
  const columns = useCartLineColumns(isEditable, expiredIds, setDuplicated);
  const rejectedBefore = useEveryKeptRejection();
  const completeIds = readiness.lines.flatMap(({ line, blocking }) =>
    blocking.length === 0 && !expiredIds.has(line.id) ? [line.id] : [],
  );
  // Not in the way of an order, and not called ready either.
  const doubtfulCount = completeIds.filter((id) => id in rejectedBefore).length;
  const [isDeleting, setIsDeleting] = useState(false);
  const rows = useMemo(() => {
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
  const addLine = (
    <LinkButton to="/carts/$cartId/lines/new" params={{ cartId: cart.id }} preload="intent">
      {cartPage.addLine}
    </LinkButton>
  );

  return (
    <Page
      title={cartName(cart, messages)}
      aside={<CartStateBadge state={standing.state} />}
      subtitle={<CartHead reading={reading} />}
      actions={
        <>
          {isEditable && (
            <Button look="danger" onClick={() => setIsDeleting(true)}>
              {cartPage.remove}
            </Button>
          )}
          {cart.lines.length > 0 && <DuplicateCart cart={cart} />}
          {isEditable && addLine}
          {isEditable && (
            <LinkButton
              look="primary"
              to="/carts/$cartId/confirm"
              params={{ cartId: cart.id }}
              preload="intent"
            >
              {cartPage.confirm}
            </LinkButton>
          )}
        </>
      }
    >
      <LeftCreations />
      {readError && <FailureNotice error={readError} of="read" isShowingOld onRetry={onReadAgain} />}
      {isDraftCart && pending !== null && <CheckingNotice cartId={cart.id} pending={pending} />}
      <Suspense>{isEditable && <KeptNewLine cartId={cart.id} />}</Suspense>
      {isDraftCart && !hasDraftsOnly && (
        <Notice tone="warning">
          <p>{orders.cartHead.notDeletable}</p>
        </Notice>
      )}
      {isEditable && <ExpiredNotice reading={reading} />}
      {!isDraftCart && (
        <OutcomePanel reading={reading} readAt={readAt} isReading={isReading} onReadNow={onReadAgain} />
      )}
      <div className={styles['layout']}>
        <div className={styles['main']}>
          <Panel
            title={cartPage.lines}
            flush
            aside={
              isEditable &&
              cart.lines.length > 0 && (
                <span>
                  {cartPage.readiness(completeIds.length - doubtfulCount, cart.lines.length)}
                  {doubtfulCount > 0 && `, ${orders.rejected.count(doubtfulCount)}`}
                </span>
              )
            }
          >
            {cart.lines.length === 0 ? (
              <EmptyState
                title={cartPage.noLinesTitle}
                text={cartPage.noLinesText}
                action={isEditable && addLine}
              />
            ) : (
              <DataTable
                onPoint={preload}
                flush
                caption={cartPage.linesCaption}
                columns={columns}
                rows={rows}
              />
            )}
          </Panel>
          {isEditable && <CartGaps cart={cart} readiness={readiness} />}
        </div>
        <div className={styles['side']}>
          <CartReferencesPanel cart={cart} />
          <CartHistory reading={reading} />
        </div>
      </div>
      <Suspense>
        {duplicated !== null && <DuplicateRow lineId={duplicated} onClose={() => setDuplicated(null)} />}
      </Suspense>
      {isDeleting && <DeleteCartDialog cart={cart} onClose={() => setIsDeleting(false)} />}
    </Page>
  );
}

/** Drafts that have expired are nothing to be called ready. */
function useExpiredIds(cart: Cart, now: Date): ReadonlySet<string> {
  const expired = cart.lines
    .flatMap((row) => (row.ok && draftExpiry(row.value, now)?.status === 'expired' ? [row.value.id] : []))
    .join(' ');
  return useMemo(() => new Set(expired.split(' ')), [expired]);
}

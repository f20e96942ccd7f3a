import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isApiError } from '~/api/transport/api-error';
import { cartQueries, type CartReading } from '~/api/read/carts';
import { KEEP_FAILED } from '~/api/transport/query-client';
import { useOpenConfirmation } from '~/api/write/carts/open-confirmation';
import { isDraft } from '~/domain/lifecycles/order-line-lifecycle';
import { cartReadiness } from '~/domain/lines/confirmation-readiness';
import { today } from '~/features/order-lines/labels/today';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Loading } from '~/ui/feedback/Loading';
import { Page } from '~/ui/Page';
import { TwoColumns } from '~/ui/panel/TwoColumns';
import { CartActions } from './CartActions';
import { CartIssues } from './CartIssues';
import { CartGone } from '~/features/carts/display/CartGone';
import { CartHead } from './CartHead';
import { CartHistory } from './CartHistory';
import { CartLines } from './CartLines';
import { CartNotices } from './CartNotices';
import { cartName } from '~/features/carts/display/cart-name';
import { CartReferencesPanel } from './CartReferencesPanel';
import { CartStateBadge } from '~/features/carts/display/CartStateBadge';
import { OutcomePanel } from '~/features/carts/outcome/OutcomePanel';

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
    ...KEEP_FAILED,
  });
  const readAgain = () => void refetch();
  const isGone = error !== null && isApiError(error) && error.kind === 'not-found';
  // What became of an order is still worth reading; a draft that is gone has nothing left to offer.
  if (isGone && (!reading || reading.status.state === 'created')) return <CartGone error={error} />;
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
  const { cart, status } = reading;
  const day = today();
  const readiness = useMemo(() => cartReadiness(cart, day), [cart, day]);
  const pending = useOpenConfirmation(cart.id);
  const isDraftCart = status.state === 'created';
  // Whatever the API calls the cart: a line that has moved on makes it more than a draft.
  const hasDraftsOnly = cart.lines.every((row) => !row.ok || isDraft(row.value));
  // A cart with an open confirmation may be placed: nothing is offered that takes it for a draft.
  const isEditable = isDraftCart && hasDraftsOnly && pending === null;
  return (
    <Page
      title={cartName(cart, messages)}
      aside={<CartStateBadge state={status.state} />}
      subtitle={<CartHead reading={reading} />}
      actions={<CartActions cart={cart} isEditable={isEditable} />}
    >
      <CartNotices {...{ reading, readError, pending, isEditable, hasDraftsOnly, onReadAgain }} />
      {!isDraftCart && (
        <OutcomePanel reading={reading} readAt={readAt} isReading={isReading} onReadNow={onReadAgain} />
      )}
      <TwoColumns
        side={
          <>
            <CartReferencesPanel cart={cart} isLocked={pending !== null} />
            <CartHistory reading={reading} />
          </>
        }
      >
        <CartLines cart={cart} readiness={readiness} isEditable={isEditable} />
        {isEditable && <CartIssues cart={cart} readiness={readiness} />}
      </TwoColumns>
    </Page>
  );
}

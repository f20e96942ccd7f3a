import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { cartQueries } from '~/api/read/carts';
import { KEEP_FAILED } from '~/api/transport/query-client';
import { useIsCartLocked } from '~/api/records/cart-lock-headers';
import type { Cart } from '~/contract/cart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { shownText } from '~/i18n/shown-text';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Loading } from '~/ui/feedback/Loading';
import { Notice } from '~/ui/feedback/Notice';
import { LinkButton } from '~/ui/LinkButton';
import { Page } from '~/ui/Page';
import { ImportSteps } from './ImportSteps';

const route = getRouteApi('/carts/$cartId/import');

/** Lines from a spreadsheet for one draft cart: its rows, their columns, the check, and the creation. */
export function ImportPage() {
  const { cartId } = route.useParams();
  const { importing, cartGone } = useAllMessages();
  const { data: reading, error, refetch } = useQuery({ ...cartQueries.detail(cartId), ...KEEP_FAILED });
  const isLocked = useIsCartLocked(cartId);
  if (!reading)
    return (
      <Page title={importing.title}>
        {error ? (
          <FailureNotice
            error={error}
            of="read"
            title={cartGone.title}
            onRetry={() => void refetch()}
            actions={<LinkButton to="/carts">{cartGone.toCarts}</LinkButton>}
          />
        ) : (
          <Loading />
        )}
      </Page>
    );
  if (reading.status.state !== 'created' || isLocked) return <CartNotDraft cartId={cartId} />;
  return <DraftImport cart={reading.cart} />;
}

function DraftImport({ cart }: { readonly cart: Cart }) {
  const { importing, linePage, cartPage } = useAllMessages();
  const name = shownText(cart.external_id || cart.project_id) || cartPage.untitled;
  return (
    <Page
      title={importing.titleInto(name)}
      subtitle={
        <>
          {importing.intro}{' '}
          <Link to="/carts/$cartId" params={{ cartId: cart.id }}>
            {linePage.toCart}
          </Link>
        </>
      }
    >
      <ImportSteps cart={cart} cartName={name} />
    </Page>
  );
}

/** A cart that was ordered, or is being ordered, takes no line. */
function CartNotDraft({ cartId }: { readonly cartId: string }) {
  const { importing, linePage } = useAllMessages();
  return (
    <Page title={importing.title}>
      <Notice
        tone="warning"
        actions={
          <LinkButton to="/carts/$cartId" params={{ cartId }}>
            {linePage.toCart}
          </LinkButton>
        }
      >
        <p>{linePage.cartNotDraft}</p>
      </Notice>
    </Page>
  );
}

import { shownText } from '~/i18n/shown-text';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { cartQueries } from '~/api/read/carts';
import { useIsCartLocked } from '~/api/records/cart-lock-headers';
import { useCreateLine } from '~/api/mutations/line-creation';
import type { OrderLine } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/feedback/Notice';
import { Page } from '~/ui/Page';
import { LazyCartLockNotice } from '~/features/order-lines/page/draft/lazy';
import { DuplicatedLine } from './DuplicatedLine';
import { useEditorPartsPreload } from '~/features/order-lines/page/draft/use-editor-parts-preload';
import { LazyOrphanedUnsaved } from '~/features/order-lines/unsaved/orphaned/lazy';
import { LineForm } from '~/features/order-lines/form/LineForm';

const route = getRouteApi('/carts/$cartId/lines/new');

/** A new line of a cart: the line's form, empty or a copy of another line. */
export function NewLinePage() {
  useEditorPartsPreload();
  const { cartId } = route.useParams();
  const { linePage } = useAllMessages();
  const openLine = useOpenLine();
  const create = useCreateLine(cartId);
  const isLocked = useIsCartLocked(cartId);
  const { data: reading, error: readError } = useQuery(cartQueries.detail(cartId));

  if (readError && !reading) return <CartNotRead error={readError} />;
  if (reading && reading.status.state !== 'created') return <CartNotDraft cartId={cartId} />;

  const cartReference = shownText(reading?.cart.external_id ?? '');
  return (
    <Page
      title={
        cartReference === '' ? linePage.newTitle : `${linePage.newTitle} ${linePage.inCart(cartReference)}`
      }
      subtitle={
        <>
          {linePage.newIntro}{' '}
          <Link to="/carts/$cartId" params={{ cartId }}>
            {linePage.toCart}
          </Link>
        </>
      }
    >
      <DuplicatedLine>
        {(initial, copied) => (
          <LineForm
            saved={null}
            initial={initial}
            write={({ mine }, whileVerifying) => create(mine, whileVerifying)}
            onCreated={openLine}
            isLocked={isLocked}
            autosaveTarget={`new-line:${cartId}`}
            cartId={cartId}
            {...(copied === null && { focusKey: 'end_customer_name' })}
            notices={
              <>
                <Suspense>
                  <LazyCartLockNotice cartId={cartId} />
                </Suspense>
                {copied}
              </>
            }
          />
        )}
      </DuplicatedLine>
    </Page>
  );
}

/** Opens the page of a line that was created on this page, in its place. */
function useOpenLine() {
  const navigate = useNavigate();
  const router = useRouter();
  const { pathname } = useLocation();
  return async (line: OrderLine): Promise<void> => {
    const to = { to: '/lines/$lineId', params: { lineId: line.id } } as const;
    // Made ready first, so that no key falls between the two pages.
    await router.preloadRoute(to);
    // A person may have left the page meanwhile.
    if (router.state.location.pathname !== pathname) return;
    await navigate({ ...to, replace: true, ignoreBlocker: true, resetScroll: false });
  };
}

function CartNotRead({ error }: { readonly error: Error }) {
  const { linePage, cartGone } = useAllMessages();
  return (
    <Page title={linePage.newTitle}>
      <FailureNotice
        error={error}
        of="read"
        title={cartGone.title}
        actions={<LinkButton to="/carts">{cartGone.toCarts}</LinkButton>}
      />
    </Page>
  );
}

/** A cart that was ordered takes no line; what was typed for it stays to be read. */
function CartNotDraft({ cartId }: { readonly cartId: string }) {
  const { linePage } = useAllMessages();
  return (
    <Page title={linePage.newTitle}>
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
      <Suspense>
        <LazyOrphanedUnsaved object={`new-line:${cartId}`} />
      </Suspense>
    </Page>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { hasFields, isApiError } from '~/api/api-error';
import { cartQueries } from '~/api/carts';
import { useCreateLine } from '~/api/line-creation';
import type { LineValues } from '~/contract/order-line';
import { useAllMessages } from '~/i18n/I18nProvider';
import { CheckingNote } from '~/ui/CheckingNote';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';
import { Page } from '~/ui/Page';
import { DuplicatedLine } from './DuplicatedLine';
import { KeptLeftovers } from './later-screens';
import { LineForm, type FormOutcome } from './LineForm';
import { handOver, type TypedSince } from './typed-since';

const route = getRouteApi('/carts/$cartId/lines/new');

/** A new line of a cart: the line's form, empty or a copy of another line. */
export function NewLinePage() {
  const { cartId } = route.useParams();
  const { linePage, errors } = useAllMessages();
  const navigate = useNavigate();
  const router = useRouter();
  const { pathname } = useLocation();
  const creation = useCreateLine(cartId);
  const { data: reading, error: readError } = useQuery(cartQueries.detail(cartId));

  const save = async (values: LineValues): Promise<FormOutcome> => {
    try {
      const { line } = await creation.mutateAsync(values);
      const to = { to: '/lines/$lineId', params: { lineId: line.id } } as const;
      const open = async (typedSince: () => TypedSince) => {
        // Made ready first, so that no key falls between the two pages.
        await router.preloadRoute(to);
        // Who has left meanwhile is not led back.
        if (router.state.location.pathname !== pathname) return;
        handOver(line.id, typedSince);
        await navigate({ ...to, replace: true, ignoreBlocker: true, resetScroll: false });
      };
      return { kind: 'created', open };
    } catch (error) {
      if (!isApiError(error)) throw error;
      return hasFields(error) ? { kind: 'refused', fields: error.fields } : { kind: 'not-saved' };
    }
  };

  if (readError && !reading) {
    return (
      <Page title={linePage.newTitle}>
        <FailureNotice
          error={readError}
          of="read"
          title={errors.cartGone}
          actions={<LinkButton to="/carts">{errors.toCarts}</LinkButton>}
        />
      </Page>
    );
  }
  if (reading && reading.standing.state !== 'created') {
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
          <KeptLeftovers object={`new-line:${cartId}`} />
        </Suspense>
      </Page>
    );
  }

  const cartReference = reading?.cart.external_id ?? '';
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
            onSave={save}
            isSaving={creation.isPending}
            keptAs={`new-line:${cartId}`}
            cartId={cartId}
            {...(copied === null && { focusKey: 'end_customer_name' })}
            notices={() => (
              <>
                {copied}
                <CheckingNote since={creation.checkingSince} />
                {creation.error && !hasFields(creation.error) && (
                  <FailureNotice error={creation.error} of="write" title={linePage.summaryTitle} />
                )}
              </>
            )}
          />
        )}
      </DuplicatedLine>
    </Page>
  );
}

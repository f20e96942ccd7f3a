import { shownText } from '~/i18n/shown-text';
import { Link } from '@tanstack/react-router';
import type { CartReading } from '~/api/read/carts';
import { useContinuedCart } from '~/api/read/continued-carts';
import { readableLines } from '~/contract/cart';
import { cartDates } from '~/domain/carts/cart-dates';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { ExactTime } from '~/ui/facts/ExactTime';
import { Notice } from '~/ui/feedback/Notice';
import { useNow } from '~/ui/browser/use-now';

/** Under a cart's name: when it was created, when its first draft expires, and where its state is from. */
export function CartHead({ reading }: { readonly reading: CartReading }) {
  const { cartPage, cartHead, followUp } = useAllMessages();
  const continued = useContinuedCart(reading.cart.external_id);
  const { createdAt, firstExpiry } = useCartDates(reading);
  const isDerived = reading.status.source === 'derived' && reading.status.state !== 'created';
  const parts = [
    ...(createdAt === ''
      ? []
      : [
          <span key="created">
            {cartHead.created} <ExactTime value={createdAt} />
          </span>,
        ]),
    ...(firstExpiry
      ? [
          <span key="expires">
            {cartHead.expires} <ExactTime value={firstExpiry.toISOString()} />
          </span>,
        ]
      : []),
    ...(continued
      ? [
          <span key="continued">
            {followUp.continues}{' '}
            <Link to="/carts/$cartId" params={{ cartId: continued.id }}>
              {shownText(continued.external_id)}
            </Link>
          </span>,
        ]
      : []),
    ...(isDerived ? [<span key="derived">{cartPage.derived}</span>] : []),
  ];
  return <>{parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}</>;
}

/** What it means that drafts of this cart have expired. Nothing as long as none has. */
export function ExpiredNotice({ reading }: { readonly reading: CartReading }) {
  const { cartHead } = useAllMessages();
  const { date } = useFormats();
  const { expiredCount, firstExpiry } = useCartDates(reading);
  if (expiredCount === 0 || !firstExpiry) return null;
  return (
    <Notice tone="bad">
      <p>{cartHead.expired(expiredCount, date(firstExpiry.toISOString()))}</p>
    </Notice>
  );
}

function useCartDates({ cart, header }: CartReading) {
  return cartDates(header ?? cart, readableLines(cart), useNow());
}

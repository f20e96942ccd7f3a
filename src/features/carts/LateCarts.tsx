import { useLateCarts } from '~/api/late-carts';
import type { CartHeader } from '~/contract/cart';
import { useFormats } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';

/** Listed carts that a creation made after all, though it had been called not done; and what was made instead. */
export function LateCarts({ carts }: { readonly carts: readonly CartHeader[] }) {
  const { lateCart, leftCreation } = useOrderMessages();
  const { dateTime } = useFormats();
  return useLateCarts(carts).map(({ cart, since, twin, understand }) => (
    <Notice
      key={cart.id}
      tone="warning"
      announce="status"
      title={lateCart.title(cart.external_id)}
      actions={
        <>
          <LinkButton to="/carts/$cartId" params={{ cartId: cart.id }}>
            {leftCreation.open}
          </LinkButton>
          {twin !== '' && (
            <LinkButton to="/carts/$cartId" params={{ cartId: twin }}>
              {lateCart.openTwin}
            </LinkButton>
          )}
          <Button onClick={understand}>{leftCreation.forget}</Button>
        </>
      }
    >
      <p>{lateCart.text(dateTime(since.toISOString()))}</p>
      {twin !== '' && <p>{lateCart.twin}</p>}
    </Notice>
  ));
}

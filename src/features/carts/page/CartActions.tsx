import { useState } from 'react';
import type { Cart } from '~/contract/cart';
import { DuplicateCart } from '~/features/carts/copy/DuplicateCart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { LinkButton } from '~/ui/LinkButton';
import { DeleteCartDialog } from './DeleteCartDialog';

interface CartActionsProps {
  readonly cart: Cart;
  readonly isEditable: boolean;
}

/** What can be done with a cart; a placed one can only be duplicated. */
export function CartActions({ cart, isEditable }: CartActionsProps) {
  const { cartPage, importing } = useAllMessages();
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <>
      {isEditable && (
        <Button variant="outline" color="bad" onClick={() => setIsDeleting(true)}>
          {cartPage.remove}
        </Button>
      )}
      {cart.lines.length > 0 && <DuplicateCart cart={cart} />}
      {isEditable && (
        <LinkButton to="/carts/$cartId/import" params={{ cartId: cart.id }} preload="intent">
          {importing.open}
        </LinkButton>
      )}
      {isEditable && <AddLineButton cartId={cart.id} />}
      {isEditable && (
        <LinkButton
          variant="filled"
          to="/carts/$cartId/confirm"
          params={{ cartId: cart.id }}
          preload="intent"
        >
          {cartPage.confirm}
        </LinkButton>
      )}
      {isDeleting && <DeleteCartDialog cart={cart} onClose={() => setIsDeleting(false)} />}
    </>
  );
}

export function AddLineButton({ cartId }: { readonly cartId: string }) {
  const { cartPage } = useAllMessages();
  return (
    <LinkButton to="/carts/$cartId/lines/new" params={{ cartId }} preload="intent">
      {cartPage.addLine}
    </LinkButton>
  );
}

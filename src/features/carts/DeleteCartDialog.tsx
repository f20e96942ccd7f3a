import { useNavigate } from '@tanstack/react-router';
import { useDeleteCart } from '~/api/cart-writes';
import { readableLines, type Cart } from '~/contract/cart';
import { lineName } from '~/features/order-lines/LineName';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { CheckingNote } from '~/ui/CheckingNote';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { FailureNotice } from '~/ui/FailureNotice';
import { cartName } from './cart-name';

interface DeleteCartDialogProps {
  readonly cart: Cart;
  readonly onClose: () => void;
}

/** Names the cart and every line that goes with it. */
export function DeleteCartDialog({ cart, onClose }: DeleteCartDialogProps) {
  const messages = useAllMessages();
  const { cartPage, common, lists } = messages;
  const navigate = useNavigate();
  const deletion = useDeleteCart();
  const lines = readableLines(cart);
  const unreadableCount = cart.lines.length - lines.length;
  const remove = () => deletion.mutate(cart.id, { onSuccess: () => void navigate({ to: '/carts' }) });
  return (
    <Dialog title={cartPage.removeTitle} onClose={onClose}>
      <p>
        <strong>{cartName(cart, messages)}</strong>. {cartPage.removeText(cart.lines.length)}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>{lineName(line, messages)}</li>
        ))}
        {unreadableCount > 0 && <li>{lists.unreadableMany(unreadableCount)}</li>}
      </ul>
      <CheckingNote since={deletion.checkingSince} />
      {deletion.error && <FailureNotice error={deletion.error} of="write" />}
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button look="danger" disabled={deletion.isPending} onClick={remove}>
          {deletion.isPending ? cartPage.removing : cartPage.remove}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

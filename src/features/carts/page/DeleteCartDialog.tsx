import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeleteCart } from '~/api/mutations/cart-writes';
import { cartQueries } from '~/api/read/carts';
import { readableLines, type Cart } from '~/contract/cart';
import { lineName } from '~/features/order-lines/display/LineName';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { VerificationNote } from '~/ui/fields/VerificationNote';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { cartName } from '~/features/carts/display/cart-name';

interface DeleteCartDialogProps {
  readonly cart: Cart;
  readonly onClose: () => void;
}

/** Names the cart and every line that goes with it. The gateway deletes only what is named. */
export function DeleteCartDialog({ cart: known, onClose }: DeleteCartDialogProps) {
  const deletion = useDeleteCart();
  // An older reading may miss lines that go too.
  const { data: reading, isFetchedAfterMount } = useQuery({
    ...cartQueries.detail(known.id),
    refetchOnMount: 'always',
    // What is being deleted is not asked for any more.
    enabled: !deletion.isPending && !deletion.isSuccess,
  });
  const cart = reading?.cart ?? known;
  const messages = useAllMessages();
  const { cartPage, common, lists } = messages;
  const navigate = useNavigate();
  const lines = readableLines(cart);
  const unreadableCount = cart.lines.length - lines.length;
  const remove = () => deletion.mutate(cart, { onSuccess: () => void navigate({ to: '/carts' }) });
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
      <VerificationNote since={deletion.checkingSince} />
      {deletion.error && <FailureNotice error={deletion.error} of="write" />}
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          variant="outline"
          color="bad"
          disabled={deletion.isPending || !isFetchedAfterMount}
          onClick={remove}
        >
          {deletion.isPending ? cartPage.removing : cartPage.remove}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

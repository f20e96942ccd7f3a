import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { isApiError } from '~/api/api-error';
import { useCreateCart } from '~/api/cart-writes';
import type { CartValues } from '~/contract/cart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { CheckingNote } from '~/ui/CheckingNote';
import { Dialog, DialogActions } from '~/ui/Dialog';
import { FailureNotice } from '~/ui/FailureNotice';
import { CartReferencesFields, showCartRefusals } from './CartReferencesFields';

/** Asks for the references of a new cart, both optional, and opens it. */
export function NewCartDialog({ onClose }: { readonly onClose: () => void }) {
  const { cartsPage, common } = useAllMessages();
  const navigate = useNavigate();
  const form = useForm<CartValues>({ defaultValues: { external_id: '', project_id: '' } });
  const creation = useCreateCart();

  const create = (values: CartValues) => {
    creation.mutate(values, {
      onSuccess: ({ id }) => {
        // The list stays alive behind the cart: back there, nobody asks for a new one.
        onClose();
        void navigate({ to: '/carts/$cartId', params: { cartId: id } });
      },
      onError: (error) => isApiError(error) && showCartRefusals(form, error.fields),
    });
  };

  return (
    <Dialog title={cartsPage.createTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => void form.handleSubmit(create)(event)}
        style={{ display: 'grid', gap: 'var(--od-space-4)' }}
      >
        <CartReferencesFields form={form} />
        <CheckingNote since={creation.checkingSince} />
        {creation.error && <FailureNotice error={creation.error} of="write" />}
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button look="primary" type="submit" disabled={creation.isPending}>
            {creation.isPending ? cartsPage.creating : cartsPage.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

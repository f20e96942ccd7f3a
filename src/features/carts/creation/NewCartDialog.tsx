import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { isApiError } from '~/api/transport/api-error';
import { useCreateCart } from '~/api/mutations/cart-writes';
import type { CartValues } from '~/contract/cart';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { VerificationNote } from '~/ui/fields/VerificationNote';
import { Dialog, DialogActions } from '~/ui/dialogs/Dialog';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { CartReferencesFields, showCartRefusals } from '~/features/carts/references/CartReferencesFields';

/** Asks for the references of a new cart, both optional, and opens it. */
export function NewCartDialog({ onClose }: { readonly onClose: () => void }) {
  const { cartsPage, common } = useAllMessages();
  const navigate = useNavigate();
  const form = useForm<CartValues>({ defaultValues: { external_id: '', project_id: '' } });
  const creation = useCreateCart();

  const create = (values: CartValues) => {
    creation.mutate(values, {
      onSuccess: ({ id }) => {
        // The list stays mounted behind the cart: its dialog closes now.
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
        <VerificationNote since={creation.checkingSince} />
        {creation.error && <FailureNotice error={creation.error} of="write" />}
        <DialogActions>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant="filled" type="submit" disabled={creation.isPending}>
            {creation.isPending ? cartsPage.creating : cartsPage.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

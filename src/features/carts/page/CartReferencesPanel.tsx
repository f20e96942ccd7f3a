import { useForm } from 'react-hook-form';
import { isApiError } from '~/api/transport/api-error';
import { useUpdateCart } from '~/api/mutations/cart-writes';
import type { Cart, CartValues } from '~/contract/cart';
import { isSameText } from '~/domain/fields/same-text';
import { isToolReference } from '~/domain/carts/tool-reference';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { VerificationNote } from '~/ui/fields/VerificationNote';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Panel } from '~/ui/panel/Panel';
import { CartReferencesFields, showCartRefusals } from '~/features/carts/references/CartReferencesFields';
import styles from './CartPage.module.css';

interface CartReferencesPanelProps {
  readonly cart: Cart;
  /** Whether the gateway refuses every change of the cart. */
  readonly isLocked: boolean;
}

/** A cart's references, editable in place; only the changed ones are sent. */
export function CartReferencesPanel({ cart, isLocked }: CartReferencesPanelProps) {
  const { cartPage, common } = useAllMessages();
  const update = useUpdateCart(cart);
  const { external_id, project_id } = cart;
  const form = useForm<CartValues>({
    // A newer reading replaces only what is not typed in.
    values: { external_id, project_id },
    resetOptions: { keepDirtyValues: true },
  });
  const { dirtyFields, isDirty } = form.formState;

  const save = (values: CartValues) => {
    const changes: Partial<CartValues> = {
      ...(dirtyFields.external_id ? { external_id: values.external_id } : {}),
      ...(dirtyFields.project_id ? { project_id: values.project_id } : {}),
    };
    update.mutate(changes, {
      onSuccess: (saved) => {
        form.reset({ external_id: saved.external_id, project_id: saved.project_id });
        // What the cart does not show is not saved: it stays as it was typed.
        for (const name of ['external_id', 'project_id'] as const) {
          const typed = changes[name];
          if (typed === undefined) continue;
          const isSaved = isSameText(typed, saved[name]);
          // The reset keeps what differs from the saved text by composed accents alone.
          if (!isSaved || form.getValues(name) === typed)
            form.setValue(name, isSaved ? saved[name] : typed, { shouldDirty: true });
        }
      },
      onError: (error) => isApiError(error) && showCartRefusals(form, error.fields),
    });
  };

  return (
    <Panel title={cartPage.references}>
      <form
        noValidate
        className={styles['references']}
        onSubmit={(event) => void form.handleSubmit(save)(event)}
      >
        <CartReferencesFields form={form} />
        {isToolReference(external_id) && <p>{cartPage.toolReference}</p>}
        <VerificationNote since={update.checkingSince} />
        {update.error && <FailureNotice error={update.error} of="write" />}
        <div className={styles['referenceActions']}>
          <p role="status">{update.isSuccess && !isDirty ? cartPage.referencesSaved : ''}</p>
          {isDirty && <Button onClick={() => form.reset()}>{common.discardChanges}</Button>}
          <Button type="submit" disabled={!isDirty || update.isPending || isLocked}>
            {update.isPending ? common.saving : common.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { isApiError } from '~/api/api-error';
import { useUpdateCart } from '~/api/cart-writes';
import type { Cart, CartValues } from '~/contract/cart';
import { isToolReference } from '~/domain/tool-reference';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '~/ui/Button';
import { CheckingNote } from '~/ui/CheckingNote';
import { FailureNotice } from '~/ui/FailureNotice';
import { Panel } from '~/ui/Panel';
import { CartReferencesFields, showCartRefusals } from './CartReferencesFields';
import styles from './CartPage.module.css';

/** A cart's references, editable in place; only what changed is sent. */
export function CartReferencesPanel({ cart }: { readonly cart: Cart }) {
  const { cartPage, common } = useAllMessages();
  const update = useUpdateCart(cart.id);
  const { external_id, project_id } = cart;
  const form = useForm<CartValues>({ defaultValues: { external_id, project_id } });
  const { dirtyFields, isDirty } = form.formState;

  useEffect(() => {
    // A newer reading replaces only what nobody is typing in.
    if (!form.formState.isDirty) form.reset({ external_id, project_id });
  }, [form, external_id, project_id]);

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
          if (typed !== undefined && typed !== saved[name]) form.setValue(name, typed, { shouldDirty: true });
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
        <CheckingNote since={update.checkingSince} />
        {update.error && <FailureNotice error={update.error} of="write" />}
        <div className={styles['referenceActions']}>
          <p role="status">{update.isSuccess && !isDirty ? cartPage.referencesSaved : ''}</p>
          {isDirty && <Button onClick={() => form.reset()}>{common.discardChanges}</Button>}
          <Button type="submit" disabled={!isDirty || update.isPending}>
            {update.isPending ? common.saving : common.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

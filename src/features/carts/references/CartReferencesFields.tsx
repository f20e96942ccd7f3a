import type { UseFormReturn } from 'react-hook-form';
import type { CartValues } from '~/contract/cart';
import { LONGEST_FILTER } from '~/contract/list-query';
import { useAllMessages } from '~/i18n/I18nProvider';
import { TextField } from '~/ui/fields/TextField';

interface CartReferencesFieldsProps {
  readonly form: UseFormReturn<CartValues>;
}

/** What a person can write on a cart: its reference and its project. */
export function CartReferencesFields({ form }: CartReferencesFieldsProps) {
  const { cartFields, cartsPage, references } = useAllMessages();
  const { errors, defaultValues } = form.formState;
  // The cart's present value is always accepted.
  const rule = (name: keyof CartValues) => ({
    validate: (value: string) =>
      value.length <= LONGEST_FILTER ||
      value === defaultValues?.[name] ||
      references.tooLong(LONGEST_FILTER, value.length),
  });
  return (
    <>
      <TextField
        label={cartFields.external_id}
        hint={cartsPage.referenceHint}
        registration={form.register('external_id', rule('external_id'))}
        error={errors.external_id?.message}
      />
      <TextField
        label={cartFields.project_id}
        registration={form.register('project_id', rule('project_id'))}
        error={errors.project_id?.message}
      />
    </>
  );
}

/** Puts what the API said of a field at that field. */
export function showCartRefusals(
  form: UseFormReturn<CartValues>,
  fields: readonly { readonly path: readonly (string | number)[]; readonly message: string }[],
): void {
  for (const { path, message } of fields) {
    const [name] = path;
    if (name === 'external_id' || name === 'project_id')
      form.setError(name, { message }, { shouldFocus: true });
  }
}

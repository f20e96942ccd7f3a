import { UNPROMISED_FIELDS, type OrderLine } from '~/contract/order-line';
import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import styles from './ConfirmedLine.module.css';

/** Names the fields that no answer promises and this one does not have: they may be filled all the same. */
export function FieldsNotReturned({ line }: { readonly line: OrderLine }) {
  const { linePage, lineFields } = useEditorMessages();
  const { list } = useFormats();
  const missing = UNPROMISED_FIELDS.filter((field) => !line.returned.includes(field));
  if (missing.length === 0) return null;
  return (
    <p className={styles['note']}>
      {linePage.fieldsNotReturned(list(missing.map((field) => lineFields[field])))}
    </p>
  );
}

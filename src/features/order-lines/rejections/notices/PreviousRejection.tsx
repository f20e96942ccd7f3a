import { useEditorMessages } from '~/i18n/I18nProvider';
import { lineHref } from '~/features/order-lines/display/hrefs';
import { useStoredRejections } from '~/features/order-lines/rejections/rejection-store';
import { fieldLabel } from '~/i18n/field-label';
import { rejectionText } from '~/features/order-lines/rejections/rejection-texts';

/** Lists values of a copied line that the operator rejected on the original and that are unchanged. */
export function PreviousRejection({ lineId }: { readonly lineId: string }) {
  const messages = useEditorMessages();
  const { rejected, rejections } = messages;
  return Object.entries(useStoredRejections(lineId)).map(([key, code]) => (
    <div key={key}>
      {rejected.before} <a href={`${lineHref(lineId)}#${key}`}>{fieldLabel(key, messages)}</a> (
      {rejectionText(code, '', rejections)})
    </div>
  ));
}

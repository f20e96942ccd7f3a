import { useAllMessages } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { lineAddress } from './addresses';
import { useKeptRejections } from './kept-rejections';
import { leafLabel } from './line-labels';
import { rejectionText } from './rejection-texts';

/** Values of a copied line that the operator has refused before and nobody has changed; nothing when there are none. */
export function RejectedBefore({ lineId }: { readonly lineId: string }) {
  const messages = useAllMessages();
  const { rejected, rejections } = useOrderMessages();
  return Object.entries(useKeptRejections(lineId)).map(([key, code]) => (
    <div key={key}>
      {rejected.before} <a href={`${lineAddress(lineId)}#${key}`}>{leafLabel(key, messages)}</a> (
      {rejectionText(code, '', rejections)})
    </div>
  ));
}

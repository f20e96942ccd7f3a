import { useFormats } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { useKeptPlaces } from '~/kept/use-kept-places';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';

/** Says in a cart that a new line was begun and not saved, and leads back to it. */
export function KeptNewLine({ cartId }: { readonly cartId: string }) {
  const { keptText } = useUnsavedMessages();
  const { dateTime } = useFormats();
  const place = useKeptPlaces().find(({ object }) => object === `new-line:${cartId}`);
  if (!place) return null;
  return (
    <Notice
      tone="neutral"
      announce="status"
      actions={
        <LinkButton to="/carts/$cartId/lines/new" params={{ cartId }}>
          {keptText.goOnNewLine}
        </LinkButton>
      }
    >
      <p>{keptText.newLine(dateTime(new Date(place.at).toISOString()))}</p>
    </Notice>
  );
}

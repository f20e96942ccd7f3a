import { useEditorMessages, useFormats } from '~/i18n/I18nProvider';
import { useUnsavedPlaces } from '~/autosave/use-unsaved-places';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/feedback/Notice';

/** Links from a cart to its unsaved new line. */
export function UnsavedNewLine({ cartId }: { readonly cartId: string }) {
  const { keptText } = useEditorMessages();
  const { dateTime } = useFormats();
  const place = useUnsavedPlaces().find(({ object }) => object === `new-line:${cartId}`);
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

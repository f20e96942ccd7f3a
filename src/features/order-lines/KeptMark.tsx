import { useFormats } from '~/i18n/I18nProvider';
import { useUnsavedMessages } from '~/i18n/unsaved-messages';
import { useKeptPlaces } from '~/kept/use-kept-places';

/** A quiet mark at a line of which this computer keeps text that was not saved. */
export function KeptMark({ lineId }: { readonly lineId: string }) {
  const { keptText } = useUnsavedMessages();
  const { dateTime } = useFormats();
  const place = useKeptPlaces().find(({ object }) => object === `line:${lineId}`);
  if (!place) return null;
  const text = keptText.ofRow(dateTime(new Date(place.at).toISOString()));
  return (
    <span title={text}>
      <span aria-hidden="true">✎ </span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}

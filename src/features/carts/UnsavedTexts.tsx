import { Link } from '@tanstack/react-router';
import type { OrderLine } from '~/contract/order-line';
import { lineName } from '~/features/order-lines/LineName';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { useKeptPlaces } from '~/kept/use-kept-places';
import { Notice } from '~/ui/Notice';

/** What was typed into lines of a cart and not saved, in any tab of this browser: ordering leaves it out. */
export function UnsavedTexts({ lines }: { readonly lines: readonly OrderLine[] }) {
  const messages = useAllMessages();
  const { review } = useOrderMessages();
  const { dateTime } = useFormats();
  const places = useKeptPlaces();
  const texts = lines.flatMap((line) => {
    const place = places.find(({ object }) => object === `line:${line.id}`);
    return place ? [{ line, at: new Date(place.at).toISOString() }] : [];
  });
  if (texts.length === 0) return null;
  return (
    <Notice tone="warning" announce="status" title={review.unsavedTitle}>
      <ul>
        {texts.map(({ line, at }) => (
          <li key={line.id}>
            <Link to="/lines/$lineId" params={{ lineId: line.id }}>
              {lineName(line, messages)}
            </Link>{' '}
            {review.unsavedText(dateTime(at))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

import { Link } from '@tanstack/react-router';
import { readableLines, type Cart } from '~/contract/cart';
import { lineName } from '~/features/order-lines/display/LineName';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { useUnsavedPlaces } from '~/autosave/use-unsaved-places';
import { Notice } from '~/ui/feedback/Notice';

/** What was typed into lines of a cart, or into a new one, and not saved, in any tab of this browser: ordering leaves it out. */
export function UnsavedEditsNotice({ cart }: { readonly cart: Cart }) {
  const messages = useAllMessages();
  const { review } = messages;
  const { dateTime } = useFormats();
  const places = useUnsavedPlaces();
  const texts = readableLines(cart).flatMap((line) => {
    const place = places.find(({ object }) => object === `line:${line.id}`);
    return place ? [{ line, at: new Date(place.at).toISOString() }] : [];
  });
  const newLine = places.find(({ object }) => object === `new-line:${cart.id}`);
  if (texts.length === 0 && !newLine) return null;
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
        {newLine && (
          <li>
            <Link to="/carts/$cartId/lines/new" params={{ cartId: cart.id }}>
              {review.unsavedNewLine}
            </Link>{' '}
            {review.unsavedText(dateTime(new Date(newLine.at).toISOString()))}
          </li>
        )}
      </ul>
    </Notice>
  );
}

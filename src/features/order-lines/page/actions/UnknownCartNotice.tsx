import { Link } from '@tanstack/react-router';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Notice } from '~/ui/feedback/Notice';

/** Says why a line cannot be saved whose cart neither the API nor a search has shown, and what to do. */
export function UnknownCartNotice() {
  const { unknownCart } = useAllMessages();
  return (
    <Notice tone="warning">
      <p>
        {unknownCart.text} <Link to="/carts">{unknownCart.toCarts}</Link>
      </p>
    </Notice>
  );
}

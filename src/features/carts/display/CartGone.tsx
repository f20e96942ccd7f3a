import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { focusIfLost } from '~/ui/keyboard/focus-refs';
import { Page } from '~/ui/Page';

/** A cart that is not there any more: nothing of it is offered, and the way on has the focus where that was lost with it. */
export function CartGone({ error }: { readonly error: Error }) {
  const { cartGone } = useAllMessages();
  return (
    <Page title={cartGone.title}>
      <FailureNotice
        error={error}
        of="read"
        title={cartGone.title}
        actions={
          <LinkButton to="/carts" ref={focusIfLost}>
            {cartGone.toCarts}
          </LinkButton>
        }
      />
    </Page>
  );
}

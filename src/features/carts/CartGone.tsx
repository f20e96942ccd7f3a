import { useAllMessages } from '~/i18n/I18nProvider';
import { FailureNotice } from '~/ui/FailureNotice';
import { LinkButton } from '~/ui/LinkButton';
import { Page } from '~/ui/Page';

/** A cart that is not there any more: nothing of it is offered, and the way on has the focus where that was lost with it. */
export function CartGone({ error }: { readonly error: Error }) {
  const { errors } = useAllMessages();
  return (
    <Page title={errors.cartGone}>
      <FailureNotice
        error={error}
        of="read"
        title={errors.cartGone}
        actions={
          <LinkButton to="/carts" ref={focusIfLost}>
            {errors.toCarts}
          </LinkButton>
        }
      />
    </Page>
  );
}

function focusIfLost(link: HTMLElement | null): void {
  if (document.activeElement === document.body) link?.focus();
}

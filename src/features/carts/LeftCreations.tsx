import { useLeftCreation } from '~/api/left-creations';
import { useLeftCreations, type PendingCreation } from '~/api/pending-creations';
import { useFormats } from '~/i18n/I18nProvider';
import { useOrderMessages } from '~/i18n/order-messages';
import { Button } from '~/ui/Button';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/Notice';

/** Carts and lines whose creation a page left before it was proved: what became of them, and the way there. */
export function LeftCreations() {
  return Object.values(useLeftCreations()).map((pending) => (
    <LeftCreationNotice key={pending.attemptId} pending={pending} />
  ));
}

function LeftCreationNotice({ pending }: { readonly pending: PendingCreation }) {
  const { leftCreation } = useOrderMessages();
  const { time } = useFormats();
  const { ids, isChecking, checkAgain, forget } = useLeftCreation(pending);
  const title = leftCreation[pending.kind](time(new Date(pending.since)));
  if (ids === null) {
    return (
      <Notice
        tone="warning"
        title={title}
        announce="status"
        {...(isChecking
          ? {}
          : {
              actions: (
                <>
                  <Button onClick={checkAgain}>{leftCreation.checkAgain}</Button>
                  <Button onClick={forget}>{leftCreation.forget}</Button>
                </>
              ),
            })}
      >
        <p>{isChecking ? leftCreation.checking : leftCreation.unknown}</p>
      </Notice>
    );
  }
  return (
    <Notice
      title={title}
      tone={ids.length === 1 ? 'good' : 'warning'}
      announce="status"
      actions={
        <>
          {ids.map((id, index) =>
            pending.kind === 'cart' ? (
              <LinkButton key={id} to="/carts/$cartId" params={{ cartId: id }}>
                {ids.length === 1 ? leftCreation.open : leftCreation.openOne(index + 1)}
              </LinkButton>
            ) : (
              <LinkButton key={id} to="/lines/$lineId" params={{ lineId: id }}>
                {ids.length === 1 ? leftCreation.open : leftCreation.openOne(index + 1)}
              </LinkButton>
            ),
          )}
          <Button onClick={forget}>{leftCreation.forget}</Button>
        </>
      }
    >
      <p>
        {ids.length === 0 ? leftCreation.none : ids.length === 1 ? leftCreation.found : leftCreation.several}
      </p>
    </Notice>
  );
}

import { useOrphanedCreation } from '~/api/write/carts/orphaned-creations';
import { useOrphanedCreations, type PendingCreation } from '~/api/records/creations';
import { useAllMessages, useFormats } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { LinkButton } from '~/ui/LinkButton';
import { Notice } from '~/ui/feedback/Notice';

/** Creations that an earlier page left unproved: their outcome, and a link to each result. */
export function OrphanedCreations() {
  return Object.values(useOrphanedCreations()).map((pending) => (
    <OrphanedCreationNotice key={pending.idempotencyKey} pending={pending} />
  ));
}

function OrphanedCreationNotice({ pending }: { readonly pending: PendingCreation }) {
  const { leftCreation } = useAllMessages();
  const { time } = useFormats();
  const { ids, isChecking, checkAgain, forget } = useOrphanedCreation(pending);
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

import type { ReactNode } from 'react';
import { hasFields, isApiError, isRefusal } from '~/api/transport/api-error';
import type { Review } from '~/api/read/whole-cart';
import type { LineReadiness } from '~/domain/lines/confirmation-readiness';
import { IssueList } from '~/features/carts/display/IssueList';
import { useAllMessages } from '~/i18n/I18nProvider';
import { Button } from '@mantine/core';
import { FailureNotice } from '~/ui/feedback/FailureNotice';
import { Notice } from '~/ui/feedback/Notice';
import type { Placing } from './use-place-order';

interface PlacingNoticesProps {
  readonly review: Review;
  readonly placing: Placing;
  readonly lines: readonly LineReadiness[];
  /** Whether a confirmation of the cart is in doubt: then nothing here says that nothing was sent. */
  readonly isChecking: boolean;
}

/** Why the last click placed no order, and why the cart could not be read again. */
export function PlacingNotices({ review, placing, lines, isChecking }: PlacingNoticesProps) {
  const messages = useAllMessages();
  const { confirmPage } = messages;
  const { error, stoppedBy } = placing;
  return (
    <>
      {review.error && !review.isReading && (
        <FailureNotice
          error={review.error}
          of="read"
          {...(!isChecking && { title: messages.review.notReread })}
          isShowingOld
        />
      )}
      {error && !isChecking && (
        <FailureNotice
          error={error}
          of="write"
          title={isApiError(error) && isRefusal(error) ? confirmPage.refusedTitle : confirmPage.notSentTitle}
        />
      )}
      {error && hasFields(error) && <IssueList lines={lines} error={error} />}
      {stoppedBy === 'unreadable-line' && !isChecking && (
        <ReadAgainNotice tone="bad" announce="alert" review={review}>
          {messages.review.lineNotReread}
        </ReadAgainNotice>
      )}
      {stoppedBy === 'other-confirmation' && (
        <Notice tone="warning" announce="alert">
          <p>{messages.review.confirmedElsewhere}</p>
        </Notice>
      )}
    </>
  );
}

interface ReadAgainNoticeProps {
  readonly tone: 'bad' | 'warning';
  readonly announce: 'alert' | 'status';
  readonly review: Review;
  readonly children: ReactNode;
}

/** Says that the cart has changed since it was shown, and reads it again on request. */
export function ReadAgainNotice({ tone, announce, review, children }: ReadAgainNoticeProps) {
  const { review: texts } = useAllMessages();
  return (
    <Notice
      tone={tone}
      announce={announce}
      actions={<Button onClick={() => void review.readAgain()}>{texts.readAgain}</Button>}
    >
      <p>{children}</p>
    </Notice>
  );
}
